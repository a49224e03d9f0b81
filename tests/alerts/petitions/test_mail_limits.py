"""Nobody fills another's mailbox: neither with many petitions, nor with programs."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core import mail
from django.utils import timezone

from alerts.letters.tasks import mail_message_confirmation
from alerts.petitions.entry import Entry, Origin
from alerts.petitions.models import PublishedPetition, Signature
from alerts.petitions.services import erase_unconfirmed, mail_forgotten, resend, sign
from tests.factories.letters import MessageFactory
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.mailbox import code_in
from tests.support.queue import queued, work

pytestmark = pytest.mark.django_db
EMAIL = "ana@example.org"


def sign_as(version: PublishedPetition, *, is_trapped: bool = False, email: str = EMAIL) -> UUID:
    entry = Entry(name="Ana", email=email, zip="60614", region="IL")
    return sign(version=version, entry=entry, origin=Origin(is_trapped=is_trapped))


def test_an_address_typed_at_many_petitions_gets_ten_mails_a_day_and_the_others_later(
    time_machine: Any,
) -> None:
    time_machine.move_to(now := timezone.now())
    for version in PublishedPetitionFactory.create_batch(12):
        sign_as(version)
    work()
    assert len(mail.outbox) == 10
    time_machine.move_to(now + timedelta(hours=23))
    mail_forgotten()
    work()
    assert len(mail.outbox) == 10
    assert Signature.objects.filter(mails_sent=0).count() == 2
    time_machine.move_to(now + timedelta(hours=25))
    mail_forgotten()
    work()
    assert not Signature.objects.filter(mails_sent=0).exists()
    assert len(mail.outbox) <= 20


def test_what_was_mailed_about_letters_counts_as_well_and_nobody_else_has_to_wait() -> None:
    mailed = {"mails_sent": 5, "last_mail_at": timezone.now()}
    MessageFactory(email=EMAIL, **mailed)
    SignatureFactory(email=EMAIL, **mailed)
    version = PublishedPetitionFactory()
    sign_as(version)
    mail_message_confirmation.call(str(MessageFactory(email=EMAIL).pk))
    sign_as(version, email="luis@example.org")
    work()
    assert [message.to for message in mail.outbox] == [["luis@example.org"]]


def test_what_a_program_signed_is_mailed_about_only_once_somebody_asks(time_machine: Any) -> None:
    time_machine.move_to(now := timezone.now())
    trapped = sign_as(PublishedPetitionFactory(), is_trapped=True)
    work()
    time_machine.move_to(now + timedelta(hours=2))
    mail_forgotten()
    assert not queued().filter(status="READY").exists()
    assert mail.outbox == []
    resend(signature_id=trapped)
    work()
    assert code_in(str(mail.outbox[0].body))
    assert Signature.objects.get().is_pending


def test_what_a_program_typed_for_somebody_who_has_signed_is_not_told_either() -> None:
    settled = SignatureFactory(email=EMAIL, counted=True)
    trapped = sign_as(settled.version, is_trapped=True)
    work()
    assert mail.outbox == []
    resend(signature_id=trapped)
    work()
    assert "/act/confirm/" not in str(mail.outbox[0].body)
    assert Signature.objects.get() == settled


def test_without_confirmation_what_a_program_signed_is_held_and_tells_nobody() -> None:
    version = PublishedPetitionFactory(petition__confirms=False)
    for _ in range(2):
        sign_as(version, is_trapped=True)
        work()
    assert Signature.objects.get().state == "held"
    assert mail.outbox == []


def test_what_a_program_signed_is_forgotten_like_all_that_nobody_confirms(
    time_machine: Any,
) -> None:
    sign_as(PublishedPetitionFactory(), is_trapped=True)
    work()
    time_machine.move_to(timezone.now() + timedelta(days=30))
    assert erase_unconfirmed() == 1
