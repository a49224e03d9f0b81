"""Which alert an action lives in, and letting go of it when the alert is deleted."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import Page

from alerts.actions import MODELS


def living_homes(rows: Iterable[Any]) -> set[UUID]:
    """The homes of ``rows`` that still are alerts, in whatever language."""
    keys = {row.home for row in rows if row.home}
    pages = Page.objects.filter(translation_key__in=keys) if keys else Page.objects.none()
    return set(pages.values_list("translation_key", flat=True))


def release_unowned(rows: Iterable[Any]) -> None:
    """Free those of ``rows`` whose alert no longer exists in any language."""
    rows = list(rows)
    living = living_homes(rows)
    for home in {row.home for row in rows if row.home} - living:
        _release(home)


@receiver(post_delete, sender="alerts.AlertPage")
def release_with_last_translation(instance: Any, **kwargs: Any) -> None:
    """Free an alert's actions once its last translation is deleted."""
    if not type(instance).objects.filter(translation_key=instance.translation_key).exists():
        _release(instance.translation_key)


def _release(home: UUID) -> None:
    for model in MODELS.values():
        model.objects.filter(home=home).update(home=None)
