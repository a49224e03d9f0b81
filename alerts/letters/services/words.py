"""Who owns a letter's words, and publishing them."""

from collections.abc import Mapping
from uuid import UUID

from alerts.supporters.asks import words as asks

from ..models import Letter, PublishedLetter
from ..tokens import validate_tokens


def claim(*, letter: Letter, home: UUID) -> None:
    """Make the alert ``home`` (a translation key) the letter's only owner.

    Claiming again changes nothing; raises ``AlreadyOwned`` where another alert was first.
    """
    asks.claim(ask=letter, home=home)


def publish_words(*, letter: Letter, locale: str, words: Mapping[str, str]) -> PublishedLetter:
    """The version that says ``words`` in ``locale``: the newest if it does, else a new one.

    Publishing opens a letter that was a draft. Raises ``ValueError`` for words that a letter does
    not have, ``ValidationError`` for unknown tokens: translations are saved around forms.
    """
    fields = PublishedLetter.complete(words)
    for name in ("subject", "body"):
        validate_tokens(fields[name])
    return asks.publish_words(PublishedLetter, ask=letter, locale=locale, words=fields)
