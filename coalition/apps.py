from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published


class CoalitionConfig(AppConfig):
    name = "coalition"
    label = "coalition"
    verbose_name = _("Coalition")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Publish a statement's words whenever Wagtail makes its page live, by whatever way."""
        from .models import StatementPage  # noqa: PLC0415 - models load after the apps
        from .publishing import on_page_published  # noqa: PLC0415 - names models

        page_published.connect(on_page_published, sender=StatementPage)
