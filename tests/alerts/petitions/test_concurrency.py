"""What happens at the same moment on PostgreSQL still happens once."""

from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

import pytest
from django.core import mail

from alerts.petitions.criteria import Criteria
from alerts.petitions.entry import Entry
from alerts.petitions.models import Petition, PublishedPetition, Signature
from alerts.petitions.services import (
    WrongCode,
    anonymise_ended,
    begin_sweep,
    confirm_by_code,
    confirm_signature,
    fold_tallies,
    recount,
    sign,
)
from alerts.petitions.tasks import mail_confirmation
from alerts.supporters.leaving import leave_ask, leave_everything
from alerts.supporters.models import Consent
from alerts.supporters.rotation import rehash
from tests.factories.petitions import (
    PetitionFactory,
    PublishedPetitionFactory,
    SignatureFactory,
)
from tests.factories.supporters import ConsentFactory
from tests.support.mailbox import code_in
from tests.support.queue import queued
from tests.support.stewards import finish_sweeps
from tests.support.threads import at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("needs_postgresql"),
]


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
State = Signature.State


def settled_and_typed(email: str) -> tuple[Signature, list[Signature]]:
    """One that counts, which is locked first, and what was typed again for its address."""
    settled = SignatureFactory(id=UUID(int=Signature.objects.count()), email=email, counted=True)
    version = settled.version
    typed = SignatureFactory.create_batch(3, version=version, email=email, name="Mallory")
    return settled, typed


def rotate() -> None:
    """Hash every signature anew."""
    for _ in rehash(Signature):
        pass


def confirm(signature: Signature) -> None:
    confirm_signature(signature_id=signature.pk)


def confirm_if_there(signature: Signature) -> None:
    """Like a reader who may find that another link of theirs has settled it."""
    with suppress(Signature.DoesNotExist):
        confirm(signature)


def guess(signature: Signature, code: str) -> None:
    """Type a code as somebody does who may be wrong."""
    with suppress(WrongCode):
        confirm_by_code(signature_id=signature.pk, code=code)


def sign_under(version: PublishedPetition) -> None:
    entry = Entry(name="Ana", email="ana@example.org", zip="60614", region="IL")
    sign(version=version, entry=entry)


def test_two_simultaneous_confirmations_count_once() -> None:
    for _ in range(5):
        signature = SignatureFactory()
        at_once(partial(confirm, signature), partial(confirm, signature))
        assert signature.petition.count == 1


def test_a_double_click_signs_once() -> None:
    version = PublishedPetitionFactory()
    at_once(*[partial(sign_under, version)] * 3)
    assert version.petition.signatures.count() == 1
    assert queued().count() == 3


def test_an_address_confirming_in_three_languages_at_once_counts_once() -> None:
    for _ in range(5):
        petition = PetitionFactory()
        versions = [
            PublishedPetitionFactory(petition=petition, locale=locale)
            for locale in ["en", "es", "ar"]
        ]
        typed = [SignatureFactory(version=version, email="ana@example.org") for version in versions]
        at_once(*[partial(confirm_if_there, signature) for signature in typed])
        assert petition.count == 1
        assert petition.signatures.get().state == Signature.State.COUNTED


def test_two_names_of_an_address_confirming_at_once_count_as_two() -> None:
    for number in range(5):
        version = PublishedPetitionFactory(petition__takes_second=True)
        typed = [
            SignatureFactory(version=version, email=f"home{number}@example.org", name=name)
            for name in ("Ana", "Luis", "ana", "Mia")
        ]
        at_once(*[partial(confirm_if_there, signature) for signature in typed])
        assert version.petition.count == 2
        assert set(version.petition.signatures.values_list("slot", flat=True)) == {1, 2}


def test_confirming_and_leaving_at_once_wait_for_each_other() -> None:
    for number in range(5):
        signature = SignatureFactory(email=f"ana{number}@example.org")
        ConsentFactory(act=signature.pk, email=signature.unseal()["email"])
        leaving = partial(leave_ask, kind="signature", act=signature)
        at_once(partial(confirm_if_there, signature), leaving)
        assert signature.petition.count == 0
        assert not Consent.objects.in_force().exists()


@pytest.mark.parametrize("everything", [True, False])
def test_leaving_amid_the_mails_to_the_same_address_waits_for_them(everything: bool) -> None:
    for number in range(8):
        settled, typed = settled_and_typed(f"ana{number}@example.org")
        hashes = settled.known_hashes()
        leave_all = partial(leave_everything, email_hashes=hashes)
        leave_one = partial(leave_ask, kind="signature", act=settled)
        mails = [partial(mail_confirmation.call, str(row.pk)) for row in typed]
        at_once(leave_all if everything else leave_one, *mails)
        assert settled.petition.count == 0
        assert not Signature.objects.filter(state=Signature.State.COUNTED).exists()


def test_leaving_confirming_and_all_upkeep_at_once_leave_every_count_right() -> None:
    for number in range(3):
        settled, typed = settled_and_typed(f"ana{number}@example.org")
        petition = settled.petition
        SignatureFactory.create_batch(6, version=settled.version, counted=True)
        SignatureFactory(version=settled.version, counted=True, region="OH")
        Petition.objects.filter(pk=petition.pk).update(state="closed", ended_at=LONG_AGO)
        inland = Criteria(region="IL")
        begin_sweep(petition=petition, criteria=inland, to=State.INVALIDATED, by=None)
        at_once(
            partial(leave_ask, kind="signature", act=settled),
            *[partial(mail_confirmation.call, str(row.pk)) for row in typed],
            anonymise_ended,
            finish_sweeps,
            rotate,
        )
        before = petition.count
        fold_tallies()
        assert petition.count == recount(petition) == before


def test_without_confirmation_an_address_signing_at_once_counts_once() -> None:
    for _ in range(5):
        version = PublishedPetitionFactory(petition__confirms=False)
        typed = SignatureFactory.create_batch(3, version=version, email="ana@example.org")
        at_once(*[partial(mail_confirmation.call, str(signature.pk)) for signature in typed])
        assert version.petition.count == 1
        assert version.petition.signatures.get().state == Signature.State.COUNTED


def test_guessing_at_once_brings_no_more_than_five_tries() -> None:
    signature = SignatureFactory()
    mail_confirmation.call(str(signature.pk))
    code = int(code_in(str(mail.outbox[-1].body)))
    guesses = [f"{(code + step) % 1_000_000:06}" for step in range(1, 13)]
    at_once(*[partial(guess, signature, wrong) for wrong in guesses])
    assert Signature.objects.get().code_tries == 5
    guess(signature, f"{code:06}")
    assert Signature.objects.get().is_pending


def test_two_equal_tasks_at_once_send_one_mail() -> None:
    signature = SignatureFactory()
    send = partial(mail_confirmation.call, str(signature.pk))
    at_once(send, send)
    assert Signature.objects.get().mails_sent == 1
    assert len(mail.outbox) == 1


def test_folding_and_recounting_amid_confirmations_lose_and_double_nothing() -> None:
    version = PublishedPetitionFactory()
    signatures = SignatureFactory.create_batch(12, version=version)
    confirmations = [partial(confirm, row) for row in signatures]
    upkeep = [fold_tallies, fold_tallies, partial(recount, version.petition)] * 2
    at_once(*confirmations, *upkeep)
    assert version.petition.count == 12
    fold_tallies()
    assert version.petition.count == 12
    assert recount(version.petition) == 12
