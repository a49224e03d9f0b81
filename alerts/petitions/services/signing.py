"""Signing, confirming and everything else that changes what a signature is."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from alerts.supporters.asks.consent import keep_consent
from alerts.supporters.asks.words import current_words
from alerts.supporters.hashing import email_hash, fingerprint
from alerts.supporters.services import confirm_consents

from .. import tasks
from ..entry import Entry, Origin
from ..erasing import erase_pending
from ..errors import Anonymised, NeverConfirmed, PetitionClosed
from ..models import PublishedPetition, Signature, TallyEntry


@transaction.atomic
def sign(
    *,
    version: PublishedPetition,
    entry: Entry,
    consents: bool = False,
    origin: Origin | None = None,
) -> None:
    """Keep a pending signature under ``version`` and queue the mail that asks to confirm it.

    Each submit is a signature of its own, in its own language, of which the address's owner will
    confirm one; only an equal submit is the same one again. An address that has signed before takes
    the same steps and gets the same answer: nothing tells the two apart. ``consents`` says whether
    the box beside the version's consent text was ticked. ``origin`` is where it came from: the
    petition's own page where not given.
    Raises :class:`PetitionClosed` or ``WordsChanged``.
    """
    newest = current_words(version, closed=PetitionClosed)
    page = origin.page if origin else ""
    signature = Signature(
        petition=newest.petition,
        version=newest,
        email_hash=email_hash(entry.email),
        locale=newest.locale,
        country=entry.country,
        region=entry.region,
        shows_name=entry.shows_name,
        wants_news=entry.wants_news,
        source=page,
    )
    signature.seal(**entry.sealed())
    signature.fingerprint = fingerprint(
        "altavoz.petitions.submit", newest.pk, entry, consents, page
    )
    kept = _insert_or_find(signature)
    if consents:
        keep_consent(act=kept, version=newest, email=entry.email, source=page)
    tasks.mail_confirmation.enqueue(str(kept))


@transaction.atomic
def confirm_signature(*, signature_id: UUID) -> Signature:
    """Count a pending signature, once, and put in force the consents given with it.

    An address is settled by the first of its signatures that is confirmed: whatever else waits for
    it is erased. Where another has settled it, that one is returned as it is, and this one is
    erased. Who signed while the petition was open counts, also when it was closed, paused or
    archived before they confirmed. Raises ``Signature.DoesNotExist``.
    """
    held = _locked(signature_id)
    settled = next((row for row in held if not row.is_pending), None)
    if settled is None:
        settled = _one_of(held, signature_id)
        settled.confirmed_at = timezone.now()
        _move(settled, Signature.State.COUNTED)
        confirm_consents(act=settled.pk)
    erase_pending([row.pk for row in held if row.is_pending])
    return settled


@transaction.atomic
def change_state(*, signature_id: UUID, to: Signature.State) -> Signature:
    """Hold, invalidate, withdraw, restore or anonymise a signature, and count accordingly.

    Anonymising forgets for good who signed, and counts no more; consents stay, each is taken back
    by itself. Raises :class:`NeverConfirmed` and :class:`Anonymised` for signatures that cannot be
    changed.
    """
    signature = _one_of(_locked(signature_id), signature_id)
    if signature.is_pending or to == Signature.State.PENDING:
        raise NeverConfirmed(f"{signature} was never confirmed.")
    if signature.state == Signature.State.ANONYMISED:
        raise Anonymised(f"{signature} is anonymised.")
    if to == Signature.State.ANONYMISED:
        signature.email_hash = ""
        signature.seal()
    _move(signature, to)
    return signature


def _insert_or_find(signature: Signature) -> UUID:
    """Store ``signature``, or hold the equal one that waits already, so that it stays."""
    same = ["fingerprint"]
    Signature.objects.bulk_create(
        [signature], update_conflicts=True, unique_fields=same, update_fields=same
    )
    return Signature.objects.values_list("pk", flat=True).get(fingerprint=signature.fingerprint)


def _locked(signature_id: UUID) -> list[Signature]:
    """The signatures of one address under one petition, locked in the same order by everybody.

    ``signature_id`` is among them unless it was erased meanwhile.
    """
    signature = Signature.objects.select_related("version").get(pk=signature_id)
    return list(signature.of_same_address().select_for_update().order_by("pk"))


def _one_of(held: list[Signature], signature_id: UUID) -> Signature:
    for signature in held:
        if signature.pk == signature_id:
            return signature
    raise Signature.DoesNotExist


def _move(signature: Signature, to: Signature.State) -> None:
    """Give ``signature``, which is locked, the state ``to`` and tell the tally."""
    counted = Signature.State.COUNTED
    delta = (to == counted) - (signature.state == counted)
    signature.state = to
    signature.fingerprint = None
    signature.save()
    if delta:
        TallyEntry.objects.create(
            petition_id=signature.petition_id,
            locale=signature.locale,
            region=signature.region,
            delta=delta,
        )
