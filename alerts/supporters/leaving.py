"""Leaving: every act is taken back by a link in its mail, without an account.

Each room registers how its own acts are left. The links never expire: whoever holds such a mail
may leave years later. They name an act and nobody; opening one changes nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation

from .addresses import act_url
from .asks.act import PENDING, Act
from .confirmation import BadToken
from .models import EVERYTHING, Consent
from .services import withdraw_consents
from .silence import keep_silent

SALT = "altavoz.leaving"


@dataclass(frozen=True, slots=True)
class Way:
    """How acts of one ``model`` are left: ``leave`` erases the persons behind those with these ids.

    ``leave`` does nothing for acts that were left before or that are gone. As long as another act
    of the same address is in one of the states ``stands``, the address is written to about it.
    """

    model: type[Act]
    leave: Callable[[Iterable[UUID]], None]
    stands: frozenset[str] = frozenset()


WAYS: dict[str, Way] = {}


def register(kind: str, way: Way) -> None:
    """Let acts of a ``kind``, as in the tokens of confirmation, be left by ``way``."""
    WAYS[kind] = way


def leave_url(kind: str, row: UUID, locale: str) -> str:
    """The address where the act ``row`` is left; empty for a kind that is left another way."""
    if kind not in WAYS:
        return ""
    with translation.override(locale):
        path = act_url("leave", signing.Signer(sep=".", salt=SALT).sign(f"{kind}~{row.hex}"))
    return f"{settings.BASE_URL}{path}"


def read_leave(token: str) -> tuple[str, UUID]:
    """The kind and row of a token; raises :class:`BadToken`."""
    try:
        kind, _, row = signing.Signer(sep=".", salt=SALT).unsign(token).partition("~")
        return kind, UUID(hex=row)
    except (signing.BadSignature, ValueError):
        raise BadToken from None


def find_act(kind: str, row: UUID) -> Act | None:
    """The act with the words it was done under, unless nothing is kept of it."""
    found: Act | None = _rows(WAYS[kind]).select_related("version").filter(pk=row).first()
    return found


@transaction.atomic
def leave_ask(*, kind: str, act: Act) -> bool:
    """Take back and erase ``act``, with the consents beside it and what waits for its address.

    Somebody else who did the same from that address stays, and is written to. Else a keyed hash of
    the address is kept, so that it is not mailed about that ask again. Returns whether it is.
    """
    same: QuerySet[Any] = act.of_same_address()
    acts = [act.pk, *same.filter(state=PENDING).values_list("pk", flat=True)]
    _leave(WAYS[kind], acts)
    is_shared: bool = same.exclude(pk=act.pk).filter(state__in=WAYS[kind].stands).exists()
    if act.email_hash and not is_shared:
        keep_silent(email_hash=act.known_hashes()[0], about=act.version.ask.uuid)
    return not is_shared


@transaction.atomic
def leave_everything(*, email_hashes: Iterable[str]) -> None:
    """Take back and erase all that one address did here; it is never mailed again.

    ``email_hashes`` are those it has under all hash keys.
    """
    hashes = [known for known in email_hashes if known]
    for known in hashes[:1]:
        keep_silent(email_hash=known, about=EVERYTHING)
    for way in WAYS.values():
        found = _rows(way).filter(email_hash__in=hashes)
        _leave(way, list(found.values_list("pk", flat=True)))
    withdraw_consents(Consent.objects.filter(email_hash__in=hashes))


def _rows(way: Way) -> QuerySet[Any]:
    return way.model._default_manager.all()


def _leave(way: Way, acts: list[UUID]) -> None:
    """Acts are locked before their consents, as by everybody who confirms or erases."""
    way.leave(acts)
    withdraw_consents(Consent.objects.filter(act__in=acts))
