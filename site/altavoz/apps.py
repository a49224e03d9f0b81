from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AltavozConfig(AppConfig):
    name = "altavoz"
    label = "altavoz"
    verbose_name = _("Altavoz")
    default_auto_field = "django.db.models.BigAutoField"
