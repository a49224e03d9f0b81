"""Who owns a statement's words, publishing them, what it says now, and what was delivered."""

from collections.abc import Mapping
from dataclasses import fields
from uuid import UUID

from django.db import transaction

from alerts.supporters.asks import words as asks

from ..listing import Figures, numbers_of, public_rows
from ..models import PublishedStatement, Statement


def claim(*, statement: Statement, home: UUID) -> None:
    """Make the page ``home`` (a translation key) the statement's only owner.

    Claiming again changes nothing; raises ``AlreadyOwned`` where another page was first.
    """
    asks.claim(ask=statement, home=home)


def publish_words(
    *, statement: Statement, locale: str, words: Mapping[str, str]
) -> PublishedStatement:
    """The version that says ``words`` in ``locale``: the newest if it does, else a new one.

    Publishing opens a statement that was a draft. Raises ``ValueError`` for words that a statement
    does not have; those left out are empty.
    """
    return asks.publish_words(PublishedStatement, ask=statement, locale=locale, words=words)


def latest_version(statement: Statement | None, locale: str) -> PublishedStatement | None:
    """What the statement says now in ``locale``; nothing where that was never published."""
    if statement is None:
        return None
    return statement.versions.filter(locale=locale).order_by("-number").first()


def keep_delivered_figures() -> int:
    """Store the figures of each list whose day of delivery is over; returns how many.

    Runs from time to time. What is stored stays, whatever is corrected in the list later; a list
    that nobody is on is not a delivered one yet.
    """
    waiting = Statement.objects.filter(frozen_on__isnull=False, delivered__isnull=True)
    return sum(_keep_figures(pk) for pk in waiting.values_list("pk", flat=True))


@transaction.atomic
def _keep_figures(pk: int) -> bool:
    """Whether there was something to store; the row is held against staff changing its day."""
    statement = Statement.objects.select_for_update(no_key=True).get(pk=pk)
    day = statement.frozen_as_of
    if statement.delivered or day is None:
        return False
    numbers = numbers_of(public_rows(statement=statement, as_of=day))
    if not numbers.total:
        return False
    statement.delivered = {field.name: getattr(numbers, field.name) for field in fields(Figures)}
    statement.save(update_fields=["delivered"])
    return True
