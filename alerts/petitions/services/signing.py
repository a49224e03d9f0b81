"""Signing; the worker asks to confirm it, or counts it where no confirmation is asked for."""

from uuid import UUID

from django.db import transaction

from alerts.supporters.asks.consent import keep_consent
from alerts.supporters.asks.words import current_words
from alerts.supporters.hashing import email_hash, fingerprint, name_hash

from .. import tasks
from ..entry import Entry, Origin
from ..errors import PetitionClosed
from ..models import PublishedPetition, Signature
from ..origins import noted
from .reasons import review_of


@transaction.atomic
def sign(
    *,
    version: PublishedPetition,
    entry: Entry,
    consents: bool = False,
    origin: Origin | None = None,
) -> UUID:
    """Keep a pending signature under ``version`` and queue what follows on it; returns its id.

    Each submit is a signature of its own, in its own language, of which the address's owner will
    confirm one; only an equal submit is the same one again. An address that has signed before takes
    the same steps and gets the same answer: nothing tells the two apart. ``consents`` says whether
    the box beside the version's consent text was ticked. ``origin`` is where it came from: the
    petition's own page where not given.
    The mail that asks to confirm follows, or counting where the petition does without.
    Raises :class:`PetitionClosed` or ``WordsChanged``.
    """
    words = current_words(version, closed=PetitionClosed)
    page = origin.page if origin else ""
    signature = Signature(
        petition_id=words.petition_id,
        version=words,
        email_hash=email_hash(entry.email),
        name_hash=name_hash(entry.name, entry.email),
        locale=words.locale,
        country=entry.country,
        region=entry.region,
        shows_name=entry.shows_name,
        shown_as=entry.shown_as,
        reason_state=review_of(entry.reason),
        wants_news=entry.wants_news,
        **noted(origin, entry.email),
    )
    signature.seal(**entry.sealed())
    signature.fingerprint = fingerprint("altavoz.petitions.submit", words.pk, entry, consents, page)
    kept = _insert_or_find(signature)
    if consents:
        keep_consent(act=kept, version=words, email=entry.email, source=page)
    tasks.mail_confirmation.enqueue(str(kept))
    return kept


def _insert_or_find(signature: Signature) -> UUID:
    """Store ``signature``, or hold the equal one that waits already, so that it stays."""
    same = ["fingerprint"]
    Signature.objects.bulk_create(
        [signature], update_conflicts=True, unique_fields=same, update_fields=same
    )
    return Signature.objects.values_list("pk", flat=True).get(fingerprint=signature.fingerprint)
