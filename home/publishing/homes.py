"""Which page a row lives on, and letting go of it when the page is deleted.

A row has a ``home``: the translation key of the page that holds its words, or nothing.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Model
from wagtail.models import Page


def living_homes(rows: Iterable[Any]) -> set[UUID]:
    """The homes of ``rows`` that still are pages, in whatever language."""
    keys = {row.home for row in rows if row.home}
    pages = Page.objects.filter(translation_key__in=keys) if keys else Page.objects.none()
    return set(pages.values_list("translation_key", flat=True))


def release_unowned(rows: Iterable[Any]) -> None:
    """Free those of ``rows`` whose page no longer exists in any language."""
    rows = list(rows)
    living = living_homes(rows)
    for row in rows:
        if row.home and row.home not in living:
            _release(type(row), row.home)


def release_with_last_translation(page: Any, models: Iterable[type[Model]]) -> None:
    """Free the rows of ``models`` that lived on ``page``, once its last translation is deleted."""
    if not type(page).objects.filter(translation_key=page.translation_key).exists():
        for model in models:
            _release(model, page.translation_key)


def _release(model: type[Model], home: UUID) -> None:
    model._default_manager.filter(home=home).update(home=None)
