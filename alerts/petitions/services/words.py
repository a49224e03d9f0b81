"""Who owns a petition's words, and publishing them."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from ..errors import AlreadyOwned
from ..models import Petition, PublishedPetition
from ..models.published import WORDS


def claim(*, petition: Petition, home: UUID) -> None:
    """Make the alert ``home`` (a translation key) the petition's only owner.

    Claiming again changes nothing; raises :class:`AlreadyOwned` where another alert was first.
    """
    free_or_ours = Q(home__isnull=True) | Q(home=home)
    if not Petition.objects.filter(free_or_ours, pk=petition.pk).update(home=home):
        raise AlreadyOwned(Petition.objects.values_list("home", flat=True).get(pk=petition.pk))
    petition.home = home


@transaction.atomic
def publish_words(
    *, petition: Petition, locale: str, words: Mapping[str, str]
) -> PublishedPetition:
    """The version that says ``words`` in ``locale``: the newest if it does, else a new one.

    Publishing opens a petition that was a draft. Raises ``ValueError`` for words that a petition
    does not have; those left out are empty.
    """
    fields = _complete(words)
    held = Petition.objects.select_for_update(no_key=True).get(pk=petition.pk)
    if held.state == Petition.State.DRAFT:
        Petition.objects.filter(pk=held.pk).update(state=Petition.State.OPEN)
        petition.state = Petition.State.OPEN
    return _version(held, locale, fields)


def _version(petition: Petition, locale: str, fields: dict[str, str]) -> PublishedPetition:
    digest = PublishedPetition.digest_of(fields)
    newest = petition.versions.filter(locale=locale).order_by("-number").first()
    if newest is not None and newest.digest == digest:
        return newest
    number = newest.number + 1 if newest else 1
    return PublishedPetition.objects.create(
        petition=petition, locale=locale, number=number, fields=fields, digest=digest
    )


def _complete(words: Mapping[str, str]) -> dict[str, str]:
    unknown = sorted(set(words) - set(WORDS))
    if unknown:
        raise ValueError(f"A petition has no {', '.join(unknown)}.")
    return {name: str(words.get(name, "")) for name in WORDS}
