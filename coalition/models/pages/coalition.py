from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Prefetch
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from home.cards import Card
from home.models.base import BasePage, PageWithHero

from ...blocks import CoalitionStreamBlock
from ...blocks.join import shows_form_of
from ...listing.counts import numbers_of
from ...listing.letters import LetterRangeError, LetterRanges
from ...listing.present import listing_context
from ...listing.reading import reading_of
from ..statement import Statement
from .copying import DropsStatement
from .feeds import EndorserFeeds
from .statement import StatementPage
from .states import StatePages

LETTER_RANGES = "A, B-C, D-F, G-I, J-L, M, N, O-P, Q-S, T-U, V-Z"


class CoalitionPage(DropsStatement, EndorserFeeds, StatePages, PageWithHero):
    """Everybody in the coalition, and the way in."""

    statement = models.ForeignKey(
        Statement,
        verbose_name=_("main statement"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("What organizations sign that join on this page."),
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

    def clean(self) -> None:
        """Refuse letter headings that cannot be read."""
        super().clean()
        try:
            LetterRanges.parse(self.letter_ranges)
        except LetterRangeError as error:
            raise ValidationError({"letter_ranges": str(error)}) from error

    @property
    def shows_form(self) -> bool:
        """Whether one of its blocks shows the form of the main statement."""
        return shows_form_of(self)

    def cards(self) -> list[Card]:
        """The cards of the public statements below this page, in their order."""
        pages = StatementPage.objects.child_of(self).live().public().order_by("path")
        pages = pages.select_related("locale", "hero_image")
        statements = Prefetch("statement", Statement.objects.with_counts())
        pages = pages.prefetch_related("hero_image__renditions", statements)
        return [page.card() for page in pages]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        rows = reading_of(request).standing().delivered
        context |= {"numbers": numbers_of(rows), "cards": self.cards()}
        return context | listing_context(rows, page=self, request=request)
