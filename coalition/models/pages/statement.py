from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from home.models.base import BasePage, PageWithHero
from home.models.routed import RoutedPage

from ...blocks import CoalitionStreamBlock
from ..statement import Statement


class StatementPage(RoutedPage, PageWithHero):
    """A text in one language, and who stands behind it."""

    statement = models.ForeignKey(
        Statement,
        verbose_name=_("statement"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("State, deadline and delivery are kept here, one for all languages."),
    )
    words = RichTextField(
        _("statement"),
        features=["h3", "bold", "italic", "ol", "ul", "link"],
        help_text=_("The exact words endorsed. Every change makes a new numbered version."),
    )
    consent_text = models.CharField(
        _("consent to mail"),
        max_length=300,
        blank=True,
        help_text=_("Stands beside an unticked box. Name who will write, and about what."),
    )
    thank_you = models.TextField(
        _("thank-you"),
        max_length=500,
        blank=True,
        help_text=_("Shown once the address is confirmed. Say what happens next."),
    )
    body = StreamField(CoalitionStreamBlock(), blank=True, verbose_name=_("body"))

    class Meta:
        verbose_name = _("statement page")

    content_panels: ClassVar = [
        *BasePage.content_panels,
        *PageWithHero.hero_panels,
        FieldPanel("statement"),
        FieldPanel("words"),
        FieldPanel("consent_text"),
        FieldPanel("thank_you"),
        FieldPanel("body"),
    ]
    override_translatable_fields: ClassVar = [
        *BasePage.override_translatable_fields,
        *PageWithHero.hero_translatable_fields,
        SynchronizedField("statement", overridable=False),
        TranslatableField("words"),
        TranslatableField("consent_text"),
        TranslatableField("thank_you"),
        TranslatableField("body"),
    ]

    template = "pages/statement_page.html"
    parent_page_types: ClassVar = ["coalition.CoalitionPage"]
    subpage_types: ClassVar[list[str]] = []
