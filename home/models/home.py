"""The front door."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import TranslatableField

from home.blocks import ContentStreamBlock
from home.cards import Card, HasCards

from .base import BasePage, PageWithHero


class HomePage(PageWithHero):
    """The first page of a language: what the coalition asks for now."""

    body = StreamField(ContentStreamBlock(), blank=True, verbose_name=_("body"))

    class Meta:
        verbose_name = _("home page")

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

    template = "pages/home_page.html"
    parent_page_types: ClassVar = ["wagtailcore.Page"]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["cards"] = self.cards()
        return context

    def cards(self) -> list[Card]:
        """The cards of every index below this page, in the order of the pages."""
        indexes = self.get_children().live().public().specific()
        return [card for index in indexes if isinstance(index, HasCards) for card in index.cards()]
