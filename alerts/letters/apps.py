from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LettersConfig(AppConfig):
    name = "alerts.letters"
    label = "letters"
    verbose_name = _("Letters")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let letters be taken back by the link in their mails, and hashed with new keys."""
        from alerts.supporters import leaving, rotation  # noqa: PLC0415 - models are ready now

        from .models import Message  # noqa: PLC0415
        from .rehashing import rehash  # noqa: PLC0415
        from .services.leaving import leave  # noqa: PLC0415

        leaving.register("message", leaving.Way(Message, leave))
        rotation.register(Message, rehash)
