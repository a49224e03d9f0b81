"""What an administrator sets once for the whole site."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Page


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """The pages every form and footer points to; each is shown in the reader's language."""

    privacy_page = models.ForeignKey(
        Page,
        verbose_name=_("privacy page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Linked from every form: who sees what people type, and for how long."),
    )
    about_page = models.ForeignKey(
        Page,
        verbose_name=_("about page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("site settings")

    panels: ClassVar = [PageChooserPanel("privacy_page"), PageChooserPanel("about_page")]
    select_related: ClassVar = ["privacy_page", "about_page"]

    def __str__(self) -> str:
        return str(_("site settings"))
