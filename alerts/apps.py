from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published


class AlertsConfig(AppConfig):
    name = "alerts"
    label = "alerts"
    verbose_name = _("Alerts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Publish actions' words whenever Wagtail makes an alert live, by whatever way."""
        from alerts.models import AlertPage  # noqa: PLC0415 - models load after the apps
        from alerts.publishing import on_page_published  # noqa: PLC0415 - names models

        page_published.connect(on_page_published, sender=AlertPage)
