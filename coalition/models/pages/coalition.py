from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from home.models.base import BasePage, PageWithHero
from home.models.routed import RoutedPage

from ...blocks import CoalitionStreamBlock
from ..statement import Statement

LETTER_RANGES = "A, B-C, D-F, G-I, J-L, M, N, O-P, Q-S, T-U, V-Z"


class CoalitionPage(RoutedPage, PageWithHero):
    """Everybody in the coalition, and the way in."""

    statement = models.ForeignKey(
        Statement,
        verbose_name=_("main statement"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("What organisations sign that join on this page."),
    )
    letter_ranges = models.CharField(
        _("letter headings"),
        max_length=200,
        blank=True,
        default=LETTER_RANGES,
        help_text=_(
            "States are listed under these letters, shortened to what is there. Leave empty for"
            " a heading of its own for each letter."
        ),
    )
    body = StreamField(CoalitionStreamBlock(), blank=True, verbose_name=_("body"))

    class Meta:
        verbose_name = _("coalition page")

    content_panels: ClassVar = [
        *BasePage.content_panels,
        *PageWithHero.hero_panels,
        FieldPanel("body"),
        FieldPanel("statement"),
        FieldPanel("letter_ranges"),
    ]
    override_translatable_fields: ClassVar = [
        *BasePage.override_translatable_fields,
        *PageWithHero.hero_translatable_fields,
        TranslatableField("body"),
        SynchronizedField("statement", overridable=False),
        SynchronizedField("letter_ranges"),
    ]

    template = "pages/coalition_page.html"
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = ["coalition.StatementPage"]
