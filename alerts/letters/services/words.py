"""Who owns a letter's words, and publishing them."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from ..errors import AlreadyOwned
from ..models import Letter, PublishedLetter
from ..models.published import WORDS
from ..tokens import validate_tokens


def claim(*, letter: Letter, home: UUID) -> None:
    """Make the alert ``home`` (a translation key) the letter's only owner.

    Claiming again changes nothing; raises :class:`AlreadyOwned` where another alert was first.
    """
    free_or_ours = Q(home__isnull=True) | Q(home=home)
    if not Letter.objects.filter(free_or_ours, pk=letter.pk).update(home=home):
        raise AlreadyOwned(Letter.objects.values_list("home", flat=True).get(pk=letter.pk))
    letter.home = home


@transaction.atomic
def publish_words(*, letter: Letter, locale: str, words: Mapping[str, str]) -> PublishedLetter:
    """The version that says ``words`` in ``locale``: the newest if it does, else a new one.

    Publishing opens a letter that was a draft. Raises ``ValueError`` for words that a letter does
    not have, ``ValidationError`` for unknown tokens: translations are saved around forms.
    """
    fields = _complete(words)
    for name in ("subject", "body"):
        validate_tokens(fields[name])
    held = Letter.objects.select_for_update(no_key=True).get(pk=letter.pk)
    if held.state == Letter.State.DRAFT:
        Letter.objects.filter(pk=held.pk).update(state=Letter.State.OPEN)
        letter.state = Letter.State.OPEN
    return _version(held, locale, fields)


def _version(letter: Letter, locale: str, fields: dict[str, str]) -> PublishedLetter:
    digest = PublishedLetter.digest_of(fields)
    newest = letter.versions.filter(locale=locale).order_by("-number").first()
    if newest is not None and newest.digest == digest:
        return newest
    number = newest.number + 1 if newest else 1
    return PublishedLetter.objects.create(
        letter=letter, locale=locale, number=number, fields=fields, digest=digest
    )


def _complete(words: Mapping[str, str]) -> dict[str, str]:
    unknown = sorted(set(words) - set(WORDS))
    if unknown:
        message = f"A letter has no {', '.join(unknown)}."
        raise ValueError(message)
    return {name: str(words.get(name, "")) for name in WORDS}
