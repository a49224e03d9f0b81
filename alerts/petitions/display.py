"""What the public sees of those who signed: chosen by the editor, agreed to by each signer."""

import logging
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from django.db.models import Case, QuerySet, Value, When
from django.utils.translation import get_language

from alerts.officials.states import state_name
from alerts.supporters.sealing import SealBroken
from locales.languages import BY_CODE

from .given_names import shown_name
from .models import Petition, Signature
from .models.settings import Shown
from .places import Place, nameable, public_places, state_counts
from .small import FEWEST

logger = logging.getLogger(__name__)

NEWEST_NAMES = 12
NEWEST_REASONS = 3
WITH_NAMES = (Shown.FIRST_NAME, Shown.FULL_NAME, Shown.LISTED)


@dataclass(frozen=True, slots=True)
class Signer:
    """One who agreed to be shown; ``place`` is empty where too few have signed there."""

    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody signed; ``language`` is a code, ``und`` for one that is none of the site's."""

    text: str
    language: str
    signer: Signer

    @property
    def direction(self) -> str:
        """The value of ``dir`` for the text."""
        return BY_CODE[self.language].direction if self.language in BY_CODE else "auto"


@dataclass(frozen=True, slots=True)
class Display:
    """The newest names and reasons, and the places by number; all empty where nothing is shown.

    Of a sign-on letter it holds reasons alone: the letter's own list has the rest.
    """

    signers: list[Signer] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    fewest: ClassVar = FEWEST

    def __bool__(self) -> bool:
        return bool(self.signers or self.reasons or self.places)


def display_of(petition: Petition, *, safe: bool) -> Display:
    """What is public under ``petition``, in a constant number of queries.

    Nothing at all in safety mode (``safe``), or where the editor chose so.
    """
    if safe or petition.shows not in WITH_NAMES:
        return Display()
    counts = state_counts(petition)
    places = nameable(counts)
    argued = opened(_newest_reasons(petition), holding="reason")
    reasons = [reason_of(row, told, places) for row, told in argued]
    if petition.is_sign_on:
        return Display(reasons=reasons)
    named = opened(_newest(petition), holding="name")
    return Display(
        signers=[signer_of(row, told, places) for row, told in named],
        reasons=reasons,
        places=public_places(counts),
    )


def shown_signatures(petition: Petition) -> QuerySet[Signature]:
    """The counted signatures of those who agreed to be shown, newest first."""
    return of_shown(petition.signatures.all()).order_by("-signed_at", "-pk")


def of_shown(signatures: QuerySet[Signature]) -> QuerySet[Signature]:
    """Those of ``signatures`` that count and whose signers agreed to be shown.

    Who did not confirm may be anybody who typed another's name and address.
    """
    counted = signatures.filter(state=Signature.State.COUNTED, shows_name=True)
    return counted.filter(shown_as__in=WITH_NAMES, confirmed_at__isnull=False)


def _newest(petition: Petition) -> QuerySet[Signature]:
    return shown_signatures(petition)[:NEWEST_NAMES]


def _newest_reasons(petition: Petition) -> QuerySet[Signature]:
    """Those in the reader's language come first."""
    approved = shown_signatures(petition).filter(reason_state=Signature.ReasonState.SHOWN)
    own = Case(When(reason_locale=get_language() or "", then=Value(0)), default=Value(1))
    return approved.order_by(own, "-signed_at", "-pk")[:NEWEST_REASONS]


def opened(
    signatures: Iterable[Signature], *, holding: str
) -> Iterator[tuple[Signature, dict[str, str]]]:
    """Each with what it seals; without that, or what it should hold, it is left out."""
    for signature in signatures:
        try:
            told = signature.unseal()
        except SealBroken:
            logger.exception("A signature does not open: %s", signature.pk)
            continue
        if told.get(holding):
            yield signature, told


def signer_of(signature: Signature, told: dict[str, str], named: Container[str]) -> Signer:
    """As much of who signed as was agreed to; ``told`` is unsealed, ``named`` holds places."""
    chosen = signature.petition.shows
    name = shown_name(told["name"], agreed=signature.shown_as, chosen=chosen)
    return Signer(name, state_name(signature.region) if signature.region in named else "")


def reason_of(signature: Signature, told: dict[str, str], named: Container[str]) -> Reason:
    """The reason in ``told``, with its signer as :func:`signer_of`."""
    return Reason(told["reason"], signature.reason_locale, signer_of(signature, told, named))
