"""Who owns an ask's words, publishing them, and finding what it says now."""

from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from .ask import Ask
from .errors import AlreadyOwned, AskClosed, WordsChanged
from .published import PublishedWords

Version = TypeVar("Version", bound=PublishedWords)


def claim(*, ask: Ask, home: UUID) -> None:
    """Make the alert ``home`` (a translation key) the ask's only owner.

    Claiming again changes nothing; raises :class:`AlreadyOwned` where another alert was first.
    """
    stored = type(ask)._default_manager.filter(pk=ask.pk)
    free_or_ours = Q(home__isnull=True) | Q(home=home)
    if not stored.filter(free_or_ours).update(home=home):
        raise AlreadyOwned(stored.values_list("home", flat=True).get())
    ask.home = home


@transaction.atomic
def publish_words(
    model: type[Version], *, ask: Ask, locale: str, words: Mapping[str, str]
) -> Version:
    """The version that says ``words`` in ``locale``: the newest if it does, else a new one.

    Publishing opens an ask that was a draft. Raises ``ValueError`` for words that ``model`` does
    not have; those left out are empty.
    """
    fields = model.complete(words)
    asks = type(ask)._default_manager
    held = asks.select_for_update(no_key=True).get(pk=ask.pk)
    if held.state == Ask.State.DRAFT:
        asks.filter(pk=held.pk).update(state=Ask.State.OPEN)
        ask.state = Ask.State.OPEN
    return _version(model, held, locale, fields)


def current_words(version: Version, *, closed: type[AskClosed]) -> Version:
    """``version``, if it is what an open ask says now; raises ``closed`` or :class:`WordsChanged`.

    Words never change: read anew is only whether the ask is open, and which words are its newest.
    """
    name = version.ask_name
    versions = _versions(type(version), getattr(version, f"{name}_id"), version.locale)
    may_change = [f"{name}__{field}" for field in ("state", "closes_at", "archived_at")]
    newest = versions.select_related(name).only("number", *may_change).latest("number")
    if not newest.ask.is_open:
        raise closed(newest.ask.current_state)
    if newest.pk != version.pk:
        raise WordsChanged(versions.select_related(f"{name}__organisation").get(pk=newest.pk))
    return version


def _version(model: type[Version], ask: Ask, locale: str, fields: dict[str, str]) -> Version:
    digest = model.digest_of(fields)
    newest = _versions(model, ask.pk, locale).order_by("-number").first()
    if newest is not None and newest.digest == digest:
        return newest
    number = newest.number + 1 if newest else 1
    return model._default_manager.create(
        **{model.ask_name: ask}, locale=locale, number=number, fields=fields, digest=digest
    )


def _versions(model: type[Version], ask: int, locale: str) -> QuerySet[Version]:
    return model._default_manager.filter(**{model.ask_name: ask}, locale=locale)
