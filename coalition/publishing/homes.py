"""Letting go of a statement when its page is deleted."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver

from home.publishing import release_with_last_translation

from ..models import Statement


@receiver(post_delete, sender="coalition.StatementPage")
def release_statement(instance: Any, **kwargs: Any) -> None:
    """Free a page's statement once its last translation is deleted."""
    release_with_last_translation(instance, [Statement])
