"""Letting go of an alert's actions when it is deleted."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver

from alerts import safety
from alerts.actions import MODELS
from home.publishing import release_with_last_translation


@receiver(post_delete, sender="alerts.AlertPage")
def release_actions(instance: Any, **kwargs: Any) -> None:
    """Free an alert's actions once its last translation is deleted; who was safe stays so."""
    if instance.safety_mode:
        safety.outlast_alert(instance.translation_key)
    release_with_last_translation(instance, MODELS.values())
