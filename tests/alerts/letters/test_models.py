"""What a letter counts, when it is open, and how its rows speak of themselves."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from alerts.letters.models import Delivery, Letter
from tests.factories.letters import DeliveryFactory, LetterFactory, MessageFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("changes", "is_open"),
    [
        ({}, True),
        ({"state": Letter.State.PAUSED}, False),
        ({"state": Letter.State.DRAFT}, False),
        ({"closes_at": timezone.now() + timedelta(hours=1)}, True),
        ({"closes_at": timezone.now() - timedelta(hours=1)}, False),
        ({"archived_at": timezone.now()}, False),
    ],
)
def test_a_row_and_the_database_agree_on_what_is_open(
    changes: dict[str, object], is_open: bool
) -> None:
    letter = LetterFactory(**changes)
    assert letter.is_open is is_open
    assert Letter.objects.open().filter(pk=letter.pk).exists() is is_open


def test_a_message_counts_once_and_only_when_our_mail_was_accepted() -> None:
    accepted = DeliveryFactory(state=Delivery.State.ACCEPTED)
    letter = accepted.letter
    DeliveryFactory(message=accepted.message, state=Delivery.State.OPENED_ELSEWHERE)
    for state in ("pending", "queued", "sending", "bounced", "failed", "withdrawn"):
        DeliveryFactory(message__version=accepted.message.version, state=state)
    assert Letter.objects.get(pk=letter.pk).count == 1
    assert Letter.objects.with_counts().get(pk=letter.pk).count == 1
    assert letter.messages.count() == 7


def test_what_writers_say_they_sent_is_counted_apart() -> None:
    said = DeliveryFactory(state=Delivery.State.OPENED_ELSEWHERE)
    DeliveryFactory(message=said.message, state=Delivery.State.OPENED_ELSEWHERE)
    letters = Letter.objects.filter(pk=said.letter_id)
    for letter in (letters.get(), letters.with_counts().get()):
        assert (letter.count, letter.said_sent_count) == (0, 1)


def test_no_row_names_a_person() -> None:
    message = MessageFactory(email="ana@example.org")
    delivery = DeliveryFactory(message=message)
    assert "ana" not in f"{message} {delivery} {message!r} {delivery!r}".lower()
    assert message.wagtail_reference_index_ignore is True


def test_a_delivery_is_unique_for_its_message_and_while_out_for_its_address() -> None:
    first = DeliveryFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        DeliveryFactory(message=first.message, official=first.official, state="withdrawn")
    again = MessageFactory(version=first.message.version, email_hash=first.email_hash)
    with pytest.raises(IntegrityError), transaction.atomic():
        DeliveryFactory(message=again, official=first.official)
    DeliveryFactory(message=again, official=first.official, state="pending")


def test_every_state_has_words_for_the_visitor_that_say_no_more_than_is_known() -> None:
    words = {state.value: str(state.label) for state in Delivery.State}
    assert len(set(words.values())) == len(words)
    assert words["accepted"] == "Handed to the mail service that delivers it to the office"
    assert not any("received" in label.lower() for label in words.values())
