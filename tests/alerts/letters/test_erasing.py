"""What nobody confirms is erased, but never before its writer could."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from alerts.letters.models import Message
from alerts.letters.services import erase_unconfirmed
from tests.factories.letters import DeliveryFactory, MessageFactory

pytestmark = pytest.mark.django_db


def ago(**time: float) -> dict[str, Any]:
    """A message that was written, and whose writer was asked, so long ago."""
    then = timezone.now() - timedelta(**time)
    return {"created_at": then, "last_mail_at": then, "mails_sent": 1}


def test_an_unconfirmed_message_is_erased_after_two_days() -> None:
    message = MessageFactory(**ago(hours=49), fingerprint="f" * 64)
    delivery = DeliveryFactory(message=message, state="pending")
    assert erase_unconfirmed() == 1
    message.refresh_from_db()
    delivery.refresh_from_db()
    assert (message.state, message.email_hash, message.fingerprint) == ("lapsed", "", "")
    assert message.unseal() == {}
    assert (delivery.state, delivery.email_hash) == ("withdrawn", "")


@pytest.mark.parametrize(
    "changes",
    [
        ago(hours=47),
        {**ago(hours=72), "state": "confirmed"},
        {**ago(hours=72), "last_mail_at": timezone.now()},
        {**ago(hours=72), "last_mail_at": None, "mails_sent": 0},
    ],
    ids=["young", "confirmed", "asked again just now", "not asked yet: no worker ran"],
)
def test_others_are_kept(changes: dict[str, Any]) -> None:
    message = MessageFactory(**changes)
    assert erase_unconfirmed() == 0
    assert Message.objects.get().unseal() == message.unseal() != {}


def test_what_could_never_be_asked_is_kept_a_week() -> None:
    MessageFactory(created_at=timezone.now() - timedelta(days=8))
    assert erase_unconfirmed() == 1


def test_any_number_is_erased(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alerts.letters.erasing.AT_ONCE", 2)
    MessageFactory.create_batch(5, **ago(hours=49))
    assert erase_unconfirmed(hours=48) == 5
    assert erase_unconfirmed(hours=48) == 0
