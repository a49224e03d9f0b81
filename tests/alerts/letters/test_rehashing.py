"""A new hash key does not let one person write to an official twice."""

import pytest
from django.core.management import call_command
from pytest_django import Settings

from alerts.letters.models import Delivery, Message
from alerts.letters.services import confirm_message
from alerts.supporters.hashing import email_hash
from tests.factories.letters import (
    ConfirmedMessageFactory,
    DeliveryFactory,
    MailedOfficialFactory,
    MessageFactory,
    PublishedLetterFactory,
)
from tests.support.hash_keys import new_hash_key

pytestmark = pytest.mark.django_db
EMAIL = "ana@example.org"


def written(first: Delivery, **facts: object) -> Delivery:
    """Another delivery to the same official, of a message that waits for the same writer."""
    message = MessageFactory(version=first.message.version, email=EMAIL)
    delivery: Delivery = DeliveryFactory(
        message=message, official=first.official, state="pending", **facts
    )
    return delivery


def states(*deliveries: Delivery) -> list[str]:
    return [Delivery.objects.get(pk=delivery.pk).state for delivery in deliveries]


@pytest.mark.parametrize("rotated", [False, True])
def test_the_same_official_is_not_written_twice(rotated: bool, settings: Settings) -> None:
    first = DeliveryFactory(message__email=EMAIL, state="accepted")
    new_hash_key(settings)
    if rotated:
        call_command("rotate_hash_key")
        settings.OLD_HASH_KEYS = []
    again = written(first)
    confirm_message(message_id=again.message_id)
    assert states(first, again) == ["accepted", "withdrawn"]


def test_a_letter_whose_text_is_forgotten_is_known_while_the_old_key_is_kept(
    settings: Settings,
) -> None:
    first = DeliveryFactory(message__email=EMAIL, state="accepted")
    first.message.seal()
    first.message.save()
    new_hash_key(settings)
    call_command("rotate_hash_key")
    again = written(first)
    confirm_message(message_id=again.message_id)
    assert states(again) == ["withdrawn"]


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("queued", "queued", ["withdrawn", "queued"]),
        ("queued", "accepted", ["withdrawn", "accepted"]),
        ("accepted", "queued", ["accepted", "withdrawn"]),
        ("sending", "queued", ["sending", "withdrawn"]),
        ("accepted", "accepted", ["accepted", "accepted"]),
        ("failed", "queued", ["failed", "queued"]),
    ],
)
def test_of_two_that_were_released_under_two_keys_one_goes(
    old: str, new: str, after: list[str], settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    version, official = PublishedLetterFactory(), MailedOfficialFactory()

    def released(state: str) -> Delivery:
        message = ConfirmedMessageFactory(version=version, email=EMAIL)
        delivery: Delivery = DeliveryFactory(message=message, official=official, state=state)
        return delivery

    first = released(old)
    new_hash_key(settings)
    second = released(new)
    call_command("rotate_hash_key")
    assert states(first, second) == after
    assert ("1 withdrawn" in capsys.readouterr().out) == ("withdrawn" in after)
    assert set(Message.objects.values_list("email_hash", flat=True)) == {email_hash(EMAIL)}
    for row in Delivery.objects.filter(state="withdrawn").select_related("message"):
        assert row.message.unseal() == {}


def test_other_officials_get_their_letters(settings: Settings) -> None:
    first = DeliveryFactory(message__email=EMAIL, state="queued")
    new_hash_key(settings)
    other = DeliveryFactory(
        message__version=first.message.version, message__email=EMAIL, state="queued"
    )
    call_command("rotate_hash_key")
    assert states(first, other) == ["queued", "queued"]
    assert {row.email_hash for row in Delivery.objects.all()} == {email_hash(EMAIL)}
