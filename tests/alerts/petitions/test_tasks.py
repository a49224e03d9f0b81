"""The confirmation mail: soon, seldom, in the signer's language, and never to the counted."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from pytest_django import Settings

from alerts.petitions.models import Signature
from alerts.petitions.tasks import mail_confirmation
from alerts.supporters.confirmation import read_confirmation
from alerts.supporters.mail import MailNotSent
from tests.factories.petitions import PetitionFactory, PublishedPetitionFactory, SignatureFactory
from tests.factories.supporters import ConsentFactory

pytestmark = pytest.mark.django_db


def send(signature: Signature) -> None:
    mail_confirmation.call(str(signature.pk))


def test_the_mail_leads_back_to_the_signature() -> None:
    signature = SignatureFactory(email="Ana.Ruiz@Example.org")
    send(signature)
    message = mail.outbox[0]
    token = str(message.body).split("/act/confirm/")[1].split("/")[0]
    assert message.to == ["Ana.Ruiz@Example.org"]
    assert read_confirmation(token) == ("signature", signature.pk)


def test_the_mail_holds_nothing_the_signer_typed() -> None:
    send(SignatureFactory(name="Buy-Pills Now", email="ana@example.org", zip="60614"))
    message = mail.outbox[0]
    everything = f"{message.subject} {message.body} {message.alternatives[0][0]}"
    for typed in ["Buy-Pills", "ana@example.org", "60614"]:
        assert typed not in everything


def test_the_mail_is_about_the_words_that_were_signed_in_their_language() -> None:
    version = PublishedPetitionFactory(locale="ar", words={"title": "افتحوا ممر النهر"})
    send(SignatureFactory(version=version))
    message = mail.outbox[0]
    assert "افتحوا ممر النهر" in message.subject
    assert "/ar/act/" in str(message.body)
    assert 'dir="rtl"' in str(message.alternatives[0][0])


def test_the_mail_says_to_whom_confirming_also_consents() -> None:
    signature = SignatureFactory()
    send(signature)
    ConsentFactory(act=signature.pk, text__organisation__name="River Neighbours")
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        send(signature)
    without, with_consent = (str(message.body) for message in mail.outbox)
    assert "allow River Neighbours to write to you" in with_consent
    assert "write to you" not in without


def test_a_task_that_runs_twice_sends_once() -> None:
    signature = SignatureFactory()
    send(signature)
    send(signature)
    assert len(mail.outbox) == 1


def test_asking_again_after_a_minute_sends_again_up_to_five_times_a_day() -> None:
    signature = SignatureFactory()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _ in range(8):
            send(signature)
            clock.shift(59)
            send(signature)
            clock.shift(1)
        assert len(mail.outbox) == 5
        clock.shift(timedelta(days=1))
        send(signature)
    assert len({message.extra_headers["Message-ID"] for message in mail.outbox}) == 6


def test_an_address_is_asked_five_times_a_day_whatever_is_typed_for_it() -> None:
    version = PublishedPetitionFactory()
    typed = SignatureFactory.create_batch(7, version=version, email="ana@example.org")
    for signature in typed:
        send(signature)
    assert len(mail.outbox) == 5
    send(SignatureFactory(email="ana@example.org"))
    assert len(mail.outbox) == 6
    with time_machine.travel(timezone.now() + timedelta(days=1, seconds=1)):
        send(typed[-1])
    assert len(mail.outbox) == 7


def test_the_mail_names_the_very_submit_and_speaks_its_language() -> None:
    petition = PetitionFactory()
    for locale in ("en", "es"):
        version = PublishedPetitionFactory(petition=petition, locale=locale)
        signature = SignatureFactory(version=version, email="ana@example.org")
        send(signature)
        path, token = str(mail.outbox[-1].body).split("/act/confirm/")
        assert path.endswith(f"/{locale}")
        assert read_confirmation(token.split("/")[0]) == ("signature", signature.pk)


def test_a_signature_that_was_erased_meanwhile_is_no_error() -> None:
    mail_confirmation.call(str(uuid4()))
    assert mail.outbox == []


@pytest.mark.parametrize("state", [state for state in Signature.State if state != "pending"])
def test_only_a_pending_signature_is_asked_to_confirm(state: Signature.State) -> None:
    send(SignatureFactory(state=state))
    assert mail.outbox == []


def test_when_the_mail_server_refuses_the_queue_may_try_again_at_once(
    settings: Settings,
) -> None:
    signature = SignatureFactory()
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(MailNotSent):
        send(signature)
    settings.EMAIL_BACKEND = working
    send(signature)
    assert len(mail.outbox) == 1
    assert Signature.objects.get().mails_sent == 1
