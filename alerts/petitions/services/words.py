"""Who owns a petition's words, and publishing them."""

from collections.abc import Mapping
from uuid import UUID

from alerts.supporters.asks import words as asks

from ..models import Petition, PublishedPetition


def claim(*, petition: Petition, home: UUID) -> None:
    """Make the alert ``home`` (a translation key) the petition's only owner.

    Claiming again changes nothing; raises ``AlreadyOwned`` where another alert was first.
    """
    asks.claim(ask=petition, home=home)


def publish_words(
    *, petition: Petition, locale: str, words: Mapping[str, str]
) -> PublishedPetition:
    """The version that says ``words`` in ``locale``: the newest if it does, else a new one.

    Publishing opens a petition that was a draft. Raises ``ValueError`` for words that a petition
    does not have; those left out are empty.
    """
    return asks.publish_words(PublishedPetition, ask=petition, locale=locale, words=words)
