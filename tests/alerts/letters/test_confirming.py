"""Confirming releases a message once, and never a second one to the same official."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from alerts.letters.models import Delivery, Letter, Message
from alerts.letters.services import LetterClosed, MessageLapsed, confirm_message
from alerts.supporters.models import Consent
from tests.factories.letters import DeliveryFactory, MailedOfficialFactory, MessageFactory
from tests.factories.supporters import ConsentFactory
from tests.support.queue import queued

pytestmark = pytest.mark.django_db


def waiting_message(**changes: object) -> Message:
    message: Message = MessageFactory(**changes)
    return message


def test_confirming_queues_the_deliveries_and_a_look_at_the_queue() -> None:
    message = waiting_message()
    DeliveryFactory.create_batch(2, message=message, state="pending")
    confirmed = confirm_message(message_id=message.pk)
    assert confirmed.state == "confirmed"
    assert confirmed.confirmed_at is not None
    assert {delivery.state for delivery in Delivery.objects.all()} == {"queued"}
    assert queued("deliver_letters").count() == 1


def test_confirming_again_changes_nothing() -> None:
    message = waiting_message()
    delivery = DeliveryFactory(message=message, state="pending")
    first = confirm_message(message_id=message.pk)
    Delivery.objects.filter(pk=delivery.pk).update(state="accepted")
    second = confirm_message(message_id=message.pk)
    assert second.confirmed_at == first.confirmed_at
    assert Delivery.objects.get().state == "accepted"
    assert queued().count() == 1


def test_confirming_puts_the_consents_given_beside_it_in_force() -> None:
    message = waiting_message()
    ConsentFactory(act=message.pk)
    ConsentFactory()
    confirm_message(message_id=message.pk)
    assert Consent.objects.in_force().get().act == message.pk


def test_an_official_whom_the_address_wrote_before_is_not_written_again() -> None:
    rosa, luis = MailedOfficialFactory.create_batch(2)
    first = waiting_message(email="ana@example.org")
    second = waiting_message(email="ana@example.org", version=first.version)
    DeliveryFactory(message=first, official=rosa, state="pending")
    again = DeliveryFactory(message=second, official=rosa, state="pending")
    other = DeliveryFactory(message=second, official=luis, state="pending")
    confirm_message(message_id=first.pk)
    confirm_message(message_id=second.pk)
    again.refresh_from_db()
    other.refresh_from_db()
    assert (again.state, other.state) == ("withdrawn", "queued")


def test_a_message_that_repeats_all_of_an_earlier_one_is_forgotten() -> None:
    earlier = DeliveryFactory(message__email="ana@example.org", state="accepted")
    message = waiting_message(email="ana@example.org", version=earlier.message.version)
    DeliveryFactory(message=message, official=earlier.official, state="pending")
    assert confirm_message(message_id=message.pk).state == "confirmed"
    assert Message.objects.get(pk=message.pk).unseal() == {}


@pytest.mark.parametrize("state", ["failed", "bounced"])
def test_what_never_arrived_may_be_written_again(state: str) -> None:
    lost = DeliveryFactory(message__email="ana@example.org", state=state)
    message = waiting_message(email="ana@example.org", version=lost.message.version)
    again = DeliveryFactory(message=message, official=lost.official, state="pending")
    confirm_message(message_id=message.pk)
    again.refresh_from_db()
    assert again.state == "queued"


def test_other_addresses_and_other_letters_do_not_stand_in_the_way() -> None:
    official = MailedOfficialFactory()
    DeliveryFactory(official=official, message__email="ana@example.org", state="accepted")
    message = waiting_message(email="ana@example.org")
    delivery = DeliveryFactory(message=message, official=official, state="pending")
    confirm_message(message_id=message.pk)
    delivery.refresh_from_db()
    assert delivery.state == "queued"


@pytest.mark.parametrize("state", ["lapsed", "withdrawn"])
def test_what_was_erased_cannot_be_confirmed(state: str) -> None:
    message = waiting_message(state=state)
    with pytest.raises(MessageLapsed):
        confirm_message(message_id=message.pk)


@pytest.mark.parametrize(
    "changes",
    [
        {"state": "closed"},
        {"state": "won"},
        {"archived_at": timezone.now()},
        {"closes_at": timezone.now() - timedelta(hours=1)},
    ],
    ids=["closed", "won", "archived", "past its deadline"],
)
def test_a_message_to_a_letter_that_is_over_cannot_be_confirmed(changes: dict[str, Any]) -> None:
    delivery = DeliveryFactory(message=waiting_message(), state="pending")
    Letter.objects.update(**changes)
    with pytest.raises(LetterClosed):
        confirm_message(message_id=delivery.message_id)
    assert Delivery.objects.get().state == "pending"
    assert Message.objects.get().state == "pending"


def test_a_message_to_a_paused_letter_can_be_confirmed_and_waits() -> None:
    delivery = DeliveryFactory(message=waiting_message(), state="pending")
    Letter.objects.update(state="paused")
    assert confirm_message(message_id=delivery.message_id).state == "confirmed"
    assert Delivery.objects.get().state == "queued"


def test_an_unknown_message_is_no_message() -> None:
    with pytest.raises(Message.DoesNotExist):
        confirm_message(message_id=uuid4())
