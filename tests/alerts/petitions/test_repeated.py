"""An address typed again: its owner is told, seldom, and whoever typed it learns nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from pytest_django import Settings

from alerts.petitions.models import Signature
from alerts.petitions.tasks import mail_confirmation
from alerts.supporters.mail import MailNotSent
from alerts.supporters.models import Consent
from tests.factories.petitions import PetitionFactory, PublishedPetitionFactory, SignatureFactory
from tests.factories.supporters import ConsentFactory

pytestmark = pytest.mark.django_db
SETTLED = [state for state in Signature.State if state != "pending"]


def type_again(settled: Signature, **typed: str) -> None:
    signature = SignatureFactory(
        version=settled.version, **{"email": "ana@example.org", "name": "Mallory", **typed}
    )
    ConsentFactory(act=signature.pk)
    mail_confirmation.call(str(signature.pk))


@pytest.mark.parametrize("state", SETTLED)
def test_what_was_typed_again_is_erased_and_only_who_still_stands_is_told(
    state: Signature.State,
) -> None:
    settled = SignatureFactory(email="ana@example.org", state=state)
    type_again(settled)
    assert len(mail.outbox) == (state in {"counted", "held"})
    assert Signature.objects.get() == settled
    assert not Consent.objects.exists()


def test_the_mail_goes_to_who_signed_in_their_language_and_holds_nothing_typed() -> None:
    petition = PetitionFactory()
    spanish = PublishedPetitionFactory(petition=petition, locale="es", words={"title": "El río"})
    settled = SignatureFactory(version=spanish, email="Ana.Ruiz@gmail.com", counted=True)
    english = PublishedPetitionFactory(petition=petition, locale="en")
    typed = SignatureFactory(version=english, email="anaruiz+x@googlemail.com", name="Buy-Pills")
    mail_confirmation.call(str(typed.pk))
    message = mail.outbox[0]
    said = f"{message.subject} {message.body} {message.alternatives[0][0]}"
    assert message.to == ["Ana.Ruiz@gmail.com"]
    assert "El río" in message.subject
    assert message.extra_headers["Content-Language"] == "es"
    assert not [word for word in ("Buy-Pills", "anaruiz", "/act/confirm/") if word in said]
    assert Signature.objects.get() == settled


def test_an_address_typed_all_day_gets_three_mails_and_then_one_a_day() -> None:
    settled = SignatureFactory(email="ana@example.org", counted=True)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _ in range(20):
            type_again(settled)
            clock.shift(timedelta(minutes=30))
        assert len(mail.outbox) == 3
        for _ in range(20):
            clock.shift(timedelta(hours=6))
            type_again(settled)
    assert len(mail.outbox) <= 3 + 6
    assert len({message.extra_headers["Message-ID"] for message in mail.outbox}) == len(mail.outbox)


def test_who_has_just_confirmed_is_not_written_to_at_once() -> None:
    settled = SignatureFactory(
        email="ana@example.org", counted=True, mails_sent=1, last_mail_at=timezone.now()
    )
    type_again(settled)
    assert mail.outbox == []
    assert Signature.objects.count() == 1


def test_while_the_mail_server_is_away_nothing_is_erased_and_the_queue_tries_again(
    settings: Settings,
) -> None:
    settled = SignatureFactory(email="ana@example.org", counted=True)
    typed = SignatureFactory(version=settled.version, email="ana@example.org")
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(MailNotSent):
        mail_confirmation.call(str(typed.pk))
    assert Signature.objects.count() == 2
    settings.EMAIL_BACKEND = working
    mail_confirmation.call(str(typed.pk))
    assert len(mail.outbox) == 1
    assert Signature.objects.get() == settled
