"""The settings of a petition, with the way to its other pages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.snippets.views.snippets import EditView

from alerts.petitions.models.settings import Shown
from alerts.safety import alert_in_safety_mode
from alerts.supporters.asks.admin import AskForm

from .hub import links_for


class PetitionForm(AskForm):
    """The settings of a petition."""

    def clean_shows(self) -> str:
        """No list of signers where they could be at risk."""
        shows: str = self.cleaned_data["shows"]
        if shows == Shown.LISTED:
            self._refuse_risk()
        return shows

    def clean(self) -> dict[str, Any]:
        """No list of signers whose addresses may be somebody else's."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("shows") == Shown.LISTED and not cleaned.get("confirms"):
            self.add_error("confirms", _("Signers who are listed must confirm by mail."))
        return cleaned

    def _refuse_risk(self) -> None:
        if self.cleaned_data.get("at_risk"):
            raise ValidationError(_("Signers who could be at risk cannot be listed."))
        if alert_in_safety_mode(self.instance):
            raise ValidationError(
                _("The alert of this petition is in safety mode, so its signers cannot be listed.")
            )


class EditPetitionView(EditView):
    """The form, below the links to the pages about this petition."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also those links that the viewer may open."""
        links = links_for(self.request.user, self.object)
        return {**super().get_context_data(**kwargs), "petition_links": links}
