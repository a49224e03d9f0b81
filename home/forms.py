"""How every form of the site is drawn: labels, hints and errors where readers look for them."""

from django.forms.renderers import TemplatesSetting


class AltavozRenderer(TemplatesSetting):
    """Draws forms and their fields with the site's own components."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
