"""Standard pages: privacy, about and whatever else needs words only."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import TranslatableField

from home.blocks import ContentStreamBlock
from home.cards import Card

from .base import BasePage, PageWithHero


class StandardPage(PageWithHero):
    """A page of text and pictures."""

    body = StreamField(ContentStreamBlock(), blank=True, verbose_name=_("body"))

    class Meta:
        verbose_name = _("standard page")

    content_panels: ClassVar = [
        *BasePage.content_panels,
        *PageWithHero.hero_panels,
        FieldPanel("body"),
    ]
    override_translatable_fields: ClassVar = [
        *BasePage.override_translatable_fields,
        *PageWithHero.hero_translatable_fields,
        TranslatableField("body"),
    ]

    template = "pages/standard_page.html"

    def card(self) -> Card:
        """This page in a few words."""
        return Card(title=self.title, url=self.url, summary=self.summary, image=self.hero_image)
