from functools import partial
from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from home.cards import Card
from home.models.base import BasePage, PageWithHero
from home.publishing import GuardedPage, Problem
from home.share import sharing

from ... import publishing
from ...blocks import CoalitionStreamBlock
from ...blocks.join import shows_form_of
from ...choosers import statement_chooser
from ...listing.delivered import count_sentence
from ...listing.reading import reading_of
from ...listing.rows import Row
from ...listing.standing import standing
from ...publishing import versions
from ...services.statements import latest_version
from ..statement import Statement
from .copying import CopiesStatement
from .feeds import EndorserFeeds


def default_body() -> list[tuple[str, dict[str, Any]]]:
    """A new page's body: the form that joins, and the list of those who have."""
    return [_block("join", gettext("Add your name")), _block("endorser_list", "")]


def _block(name: str, heading: str) -> tuple[str, dict[str, Any]]:
    """A new block with this heading and all its other fields, which its form in the admin needs."""
    value = CoalitionStreamBlock.base_blocks[name].get_default()
    return name, {**value, "heading": heading}


class StatementPage(CopiesStatement, GuardedPage, EndorserFeeds, PageWithHero):
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
        _("words of the statement"),
        features=["h2", "h3", "bold", "italic", "ol", "ul", "link"],
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
    body = StreamField(
        CoalitionStreamBlock(), blank=True, default=default_body, verbose_name=_("body")
    )

    class Meta:
        verbose_name = _("statement page")
        verbose_name_plural = _("statement pages")

    content_panels: ClassVar = [
        *BasePage.content_panels,
        *PageWithHero.hero_panels,
        FieldPanel("statement", widget=statement_chooser.widget_class),
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

    def clean(self) -> None:
        """What its statement asks of a page; of one that is live, also that it is translated."""
        super().clean()
        publishing.check_statement(self)

    def problems(self, *, going_live: bool) -> list[Problem]:
        """What is wrong with its statement."""
        return publishing.problems(self, going_live=going_live)

    def card(self) -> Card:
        """This statement in a few words."""
        statement = self.statement
        number = count_sentence(statement) if statement else ""
        return Card(
            title=self.title,
            url=self.url,
            summary=" ".join(part for part in (self.summary, number) if part),
            image=self.hero_image,
            kind=str(_("Statement")),
            state=statement.current_state.value if statement else "",
            state_label=statement.state_label if statement else "",
        )

    def feed_rows(self) -> list[Row]:
        """Who stood behind it when it was delivered, then who joined since."""
        if self.statement is None:
            return []
        found = standing(self.statement)
        return [*found.delivered, *found.since]

    def feed_facts(self) -> dict[str, Any]:
        """Which statement the list is of, and the day of its delivery."""
        day = self.statement.frozen_as_of if self.statement else None
        return {"statement": self.title, "as_of": day}

    @property
    def shows_form(self) -> bool:
        """Whether one of its blocks shows the form of its own statement."""
        return shows_form_of(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What its templates show; who stands behind it is read by those that ask for it."""
        context = super().get_context(request, *args, **kwargs)
        reading = reading_of(request)
        context["version"] = partial(latest_version, self.statement, self.locale.language_code)
        if self.statement is not None:
            context["joins"] = bool(self.statement and self.statement.is_open and self.shows_form)
        context["standing"] = partial(reading.standing, self.statement)
        return context | sharing(self.title, self.url)

    def get_route_paths(self) -> list[str]:
        return [*super().get_route_paths(), *versions.routes_of(self)]

    @path(versions.ROUTE)
    def versions_route(self, request: HttpRequest) -> HttpResponse:
        """Every version of its words."""
        context = {
            "versions": versions.version_lines(self),
            "alternates": self.alternates(versions.ROUTE),
        }
        return self.render(
            request, template="pages/statement_versions.html", context_overrides=context
        )

    @path(f"{versions.ROUTE}<int:number>/")
    def version_route(self, request: HttpRequest, number: int) -> HttpResponse:
        """The exact words of one version in this page's language, for ever."""
        shown = versions.find(self, number)
        if shown is None:
            raise Http404
        context = {"shown": shown, "alternates": shown.alternates}
        return self.render(
            request, template="pages/statement_version.html", context_overrides=context
        )
