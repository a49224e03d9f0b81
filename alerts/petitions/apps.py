from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PetitionsConfig(AppConfig):
    name = "alerts.petitions"
    label = "petitions"
    verbose_name = _("Petitions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let signatures be taken back by the link in their mails, and hashed with new keys."""
        from alerts.supporters import leaving, rotation  # noqa: PLC0415 - models are ready now

        from .duplicates import STANDING  # noqa: PLC0415
        from .models import Signature  # noqa: PLC0415
        from .rehashing import rehash  # noqa: PLC0415
        from .services.leaving import leave  # noqa: PLC0415

        leaving.register("signature", leaving.Way(Signature, leave, STANDING))
        rotation.register(Signature, rehash)
