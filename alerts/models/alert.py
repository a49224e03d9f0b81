"""An alert: a page that asks for action."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from alerts import publishing
from alerts.actions import KINDS, OwnedAction, Rows, owned_actions, rows_in
from alerts.blocks import AlertStreamBlock
from alerts.state import AlertState, open_kinds, state_of
from home.cards import Card
from home.models.base import BasePage, PageWithHero
from home.publishing import GuardedPage, Problem
from home.share import sharing

from .copying import CopiesActions
from .form import AlertForm


class AlertPage(CopiesActions, GuardedPage, PageWithHero):
    """One call to act, with its actions among its words."""

    urgent = models.BooleanField(
        _("urgent"), default=False, help_text=_("Marked as urgent wherever it is shown.")
    )
    states = models.JSONField(
        _("states"),
        default=list,
        blank=True,
        help_text=_("Shown on these states' pages. Leave empty for an alert that concerns all."),
    )
    safety_mode = models.BooleanField(
        _("safety mode"),
        default=False,
        help_text=_(
            "The public sees no names, no reasons and no numbers of single states, in any language:"
            " for alerts whose signers could be at risk."
        ),
    )
    body = StreamField(AlertStreamBlock(), verbose_name=_("body"))

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")

    base_form_class = AlertForm
    content_panels: ClassVar = [
        *BasePage.content_panels,
        *PageWithHero.hero_panels,
        FieldPanel("urgent"),
        FieldPanel("states"),
        FieldPanel("safety_mode"),
        FieldPanel("body"),
    ]
    override_translatable_fields: ClassVar = [
        *BasePage.override_translatable_fields,
        *PageWithHero.hero_translatable_fields,
        SynchronizedField("urgent", overridable=False),
        SynchronizedField("states", overridable=False),
        SynchronizedField("safety_mode", overridable=False),
        TranslatableField("body"),
    ]

    action_types: ClassVar = {*KINDS, "join"}
    template = "pages/alert_page.html"
    parent_page_types: ClassVar = ["alerts.AlertIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    def clean(self) -> None:
        """What its actions ask of an alert; of one that is live, also that they are translated."""
        super().clean()
        publishing.check_actions(self)

    def problems(self, *, going_live: bool) -> list[Problem]:
        """What is wrong with its actions."""
        return publishing.problems(self, going_live=going_live)

    @property
    def owned_actions(self) -> list[OwnedAction]:
        """The actions whose words live in this page's body."""
        return owned_actions(self)

    @cached_property
    def rows(self) -> Rows:
        """The rows behind its actions; a list of alerts shares those of all."""
        return rows_in(self.body)

    @cached_property
    def state(self) -> AlertState:
        """The state of its actions taken together, as they stand now."""
        return state_of(self.owned_actions, self.rows)

    def card(self) -> Card:
        """This alert in a few words."""
        return Card(
            title=self.title,
            url=self.url,
            summary=self.summary,
            image=self.hero_image,
            kind=str(_("Urgent alert") if self.urgent else _("Action alert")),
            state=self.state.value,
            state_label=str(self.state.label),
            asks=open_kinds(self.owned_actions, self.rows),
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["actions"] = [block for block in self.body if block.block_type in self.action_types]
        context["words"] = [
            block for block in self.body if block.block_type not in self.action_types
        ]
        return context | sharing(self.title, self.url)
