from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PetitionsConfig(AppConfig):
    name = "alerts.petitions"
    label = "petitions"
    verbose_name = _("Petitions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let signatures be taken back by the link in their mails."""
        from alerts.supporters.leaving import Way, register  # noqa: PLC0415 - models are ready now

        from .models import Signature  # noqa: PLC0415
        from .services.leaving import leave  # noqa: PLC0415

        register("signature", Way(Signature, leave))
