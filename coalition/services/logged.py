"""What the admin's history calls endorsers, after they are gone."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import ModelLogEntry

from ..models import Endorser


def forget_names(*, endorsers: Iterable[Endorser]) -> None:
    """Let no entry of the history name the persons among ``endorsers`` any more.

    To be called after all that is written there about them.
    """
    persons = [str(endorser.pk) for endorser in endorsers if endorser.is_person]
    _entries(persons).update(label=str(Endorser(is_person=True)))


def hand_over_history(*, kept: Endorser, dropped: Endorser) -> None:
    """Let what was written about ``dropped`` be told of ``kept``, under its name."""
    keys = [str(kept.pk), str(dropped.pk)]
    _entries(keys).update(object_id=str(kept.pk), label=str(kept))


def _entries(keys: list[str]) -> QuerySet[ModelLogEntry]:
    entries: QuerySet[ModelLogEntry] = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Endorser), object_id__in=keys
    )
    return entries
