from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AlertsConfig(AppConfig):
    name = "alerts"
    label = "alerts"
    verbose_name = _("Alerts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Publish actions' words whenever Wagtail makes an alert live, by whatever way."""
        from wagtail.signals import page_published

        from alerts.models import AlertPage
        from alerts.publishing import on_page_published

        page_published.connect(on_page_published, sender=AlertPage)
