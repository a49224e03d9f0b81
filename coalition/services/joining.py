"""Joining: what a visitor typed is kept until the owner of the address confirms it."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from alerts.supporters.asks.consent import keep_consent
from alerts.supporters.asks.words import current_words
from alerts.supporters.hashing import email_hash, fingerprint
from alerts.supporters.services import confirm_consents

from .. import tasks
from ..domains import domain_matches_for
from ..errors import ContactGone, StatementClosed
from ..facts import Facts, Speaker
from ..models import Contact, Endorsement, Endorser, PublishedStatement
from .entering import create_endorsers
from .status import change_status

# What tells who a person is: sealed, under these names, until that person has confirmed.
OF_A_PERSON = {
    "endorser_name": "name",
    "affiliation": "affiliation",
    "city": "city",
    "website": "website",
}


@transaction.atomic
def join(
    *,
    version: PublishedStatement,
    facts: Facts,
    speaker: Speaker,
    consents: bool = False,
    source: str = "",
) -> None:
    """Keep a submitted endorser behind ``version`` and queue the mail that asks to confirm it.

    Whether the organization or the address is known is not looked up: each submit is an endorser of
    its own, and only an equal submit is the same one again. ``consents`` says whether the box
    beside the version's consent text was ticked, on the page ``source`` (the statement's own where
    not given). Raises :class:`~coalition.errors.StatementClosed` or ``WordsChanged``.
    """
    newest = current_words(version, closed=StatementClosed)
    submit = fingerprint("altavoz.coalition.submit", newest.pk, facts, speaker, consents, source)
    kept = _find(submit) or _insert_or_find(submit, newest, facts, speaker)
    if consents:
        keep_consent(act=kept.pk, version=newest, email=speaker.email, source=source)
    tasks.mail_confirmation.enqueue(str(kept.pk))


@transaction.atomic
def confirm_join(*, contact_id: UUID) -> Contact:
    """Confirm a pending contact, once: staff look at the endorser next.

    Puts the consents given with it in force, and writes a person's name where staff find it. Who
    joined while the statement was open is taken also when it was closed since. An endorser that
    staff have approved already stays so. Raises :class:`~coalition.errors.ContactGone`.
    """
    endorser, contact = _locked(contact_id)
    if endorser.status in Endorser.LEFT:
        raise ContactGone(str(contact))
    if contact.is_pending:
        _take_out_of_seal(endorser, contact)
        contact.state, contact.confirmed_at = Contact.State.CONFIRMED, timezone.now()
        contact.fingerprint = None
        contact.save()
        confirm_consents(act=contact.pk)
        if endorser.status == Endorser.Status.SUBMITTED:
            change_status(endorser_id=endorser.pk, to=Endorser.Status.CONFIRMED)
    return contact


def _find(submit: UUID) -> Contact | None:
    """The equal submit that waits already, held so that it stays."""
    return Contact.objects.select_for_update().filter(fingerprint=submit).first()


def _insert_or_find(
    submit: UUID, version: PublishedStatement, facts: Facts, speaker: Speaker
) -> Contact:
    """Store the submit, unless an equal one comes in between."""
    try:
        with transaction.atomic():
            return _insert(submit, version, facts, speaker)
    except IntegrityError:
        return Contact.objects.select_for_update().get(fingerprint=submit)


def _insert(submit: UUID, version: PublishedStatement, facts: Facts, speaker: Speaker) -> Contact:
    endorser = _endorser(facts)
    Endorsement.objects.create(endorser=endorser, statement=version.statement, version=version)
    contact = Contact(
        endorser=endorser,
        statement=version.statement,
        version=version,
        email_hash=email_hash(speaker.email),
        locale=version.locale,
        fingerprint=submit,
        domain_matches=domain_matches_for(endorser, speaker.email),
    )
    contact.seal(name=speaker.name, email=speaker.email, role=speaker.role, **_sealed(facts))
    contact.save(force_insert=True)
    return contact


def _endorser(facts: Facts) -> Endorser:
    """Store what may stand in the clear: of a person, nothing that tells who it is."""
    shown = {
        **asdict(facts),
        "person": facts.is_person,
        "identification_only": facts.is_person and bool(facts.affiliation),
    }
    if facts.is_person:
        shown |= dict.fromkeys(OF_A_PERSON.values(), "")
    submitted, joined = Endorser.Status.SUBMITTED, Endorser.Origin.JOINED
    return create_endorsers([(None, shown)], status=submitted, origin=joined)[0]


def _sealed(facts: Facts) -> dict[str, str]:
    if not facts.is_person:
        return {}
    return {name: str(getattr(facts, field)) for name, field in OF_A_PERSON.items()}


def _locked(contact_id: UUID) -> tuple[Endorser, Contact]:
    """The contact behind its endorser, locked in the order in which all verbs do."""
    try:
        endorser = Endorser.objects.select_for_update().get(contact=contact_id)
        contacts = Contact.objects.select_related("version").select_for_update(of=("self",))
        return endorser, contacts.get(pk=contact_id)
    except (Endorser.DoesNotExist, Contact.DoesNotExist):
        raise ContactGone(str(contact_id)) from None


def _take_out_of_seal(endorser: Endorser, contact: Contact) -> None:
    sealed: dict[str, Any] = contact.unseal()
    for name, field in OF_A_PERSON.items():
        if name in sealed:
            setattr(endorser, field, sealed.pop(name))
    endorser.save()
    contact.seal(**sealed)
