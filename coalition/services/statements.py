"""Who owns a statement's words, publishing them, and what it says now."""

from collections.abc import Mapping
from uuid import UUID

from alerts.supporters.asks import words as asks

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
