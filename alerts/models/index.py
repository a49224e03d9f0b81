"""The list of alerts."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import TranslatableField

from alerts.state import AlertState, share_rows
from home.cards import Card
from home.models.base import BasePage, PageWithHero

from .alert import AlertPage


class AlertIndexPage(PageWithHero):
    """Every alert of a language, filtered by what can still be done."""

    class Meta:
        verbose_name = _("list of alerts")

    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("summary")]
    override_translatable_fields: ClassVar = [
        *BasePage.override_translatable_fields,
        TranslatableField("summary"),
    ]

    template = "pages/alert_index_page.html"
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = ["alerts.AlertPage"]

    def alerts(self) -> list[AlertPage]:
        """The public alerts below this page with their states: urgent ones first, then new ones."""
        alerts = AlertPage.objects.child_of(self).live().public()
        alerts = alerts.select_related("locale", "hero_image")
        alerts = alerts.prefetch_related("hero_image__renditions")
        found = list(alerts.order_by("-urgent", "-first_published_at"))
        share_rows(found)
        return found

    def cards(self) -> list[Card]:
        """The cards of the alerts that can still be acted on."""
        return [alert.card() for alert in self.alerts() if alert.state == AlertState.OPEN]

    def cards_of_state(self, state: str) -> list[Card]:
        """The cards of the open alerts that concern ``state``, those for it alone first."""
        open_ones = [alert for alert in self.alerts() if alert.state == AlertState.OPEN]
        concerned = [alert for alert in open_ones if not alert.states or state in alert.states]
        return [alert.card() for alert in sorted(concerned, key=lambda alert: not alert.states)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        wanted = request.GET.get("state", "")
        alerts = self.alerts()
        present = {alert.state for alert in alerts}
        context["filters"] = [state for state in AlertState if state in present]
        context["wanted"] = wanted if wanted in AlertState.values else ""
        context["cards"] = [
            alert.card() for alert in alerts if context["wanted"] in {"", alert.state.value}
        ]
        return context
