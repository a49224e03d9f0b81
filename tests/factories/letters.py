"""Letters, what they say, who wrote them and to whom."""

from typing import Any
from uuid import uuid4

import factory
from django.utils import timezone

from alerts.letters.models import Delivery, Letter, Message, PublishedLetter
from alerts.supporters.hashing import email_hash
from alerts.supporters.sealing import seal

from .asks import COMMON_WORDS, AskFactory, PublishedWordsFactory
from .officials import HouseSeatFactory, OfficialFactory

WORDS = {
    "title": "Write about the river",
    "intro": "<p>Three minutes, in your own words.</p>",
    "subject": "The river, {{recipient_title}} {{recipient_name}}",
    "body": "Dear {{recipient_title}} {{recipient_name}},\n\nI live in {{constituent_city}}.\n\n"
    "{{constituent_name}}, {{constituent_state}} {{constituent_zip}}",
    **COMMON_WORDS,
    "thank_you": "Tell a neighbour.",
}


class LetterFactory(AskFactory):
    class Meta:
        model = Letter

    name = factory.Sequence(lambda number: f"River letter {number}")


class PublishedLetterFactory(PublishedWordsFactory):
    class Meta:
        model = PublishedLetter

    class Params:
        original = WORDS

    letter = factory.SubFactory(LetterFactory)


class MailedOfficialFactory(OfficialFactory):
    """A representative whose office publishes an address; each has a seat of their own."""

    office = factory.SubFactory(
        HouseSeatFactory, district=factory.Sequence(lambda number: number + 1)
    )
    email = factory.Sequence(lambda number: f"office{number}@house.example.gov")
    website = phone = ""


class FormOfficialFactory(MailedOfficialFactory):
    """A representative whom only a contact form and a telephone reach."""

    email = ""
    contact_form = "https://house.example.gov/contact"
    phone = "202-555-0100"


class MessageFactory(factory.django.DjangoModelFactory[Message]):
    """A pending message that waits for its writer, sealed; ``typed`` replaces what it says."""

    class Meta:
        model = Message

    class Params:
        email = factory.Sequence(lambda number: f"writer{number}@example.org")
        typed: dict[str, str] = {}

    id = factory.LazyFunction(uuid4)
    version = factory.SubFactory(PublishedLetterFactory)
    letter = factory.SelfAttribute("version.letter")
    locale = factory.SelfAttribute("version.locale")
    region = "IL"
    district = "IL-9"
    email_hash = factory.LazyAttribute(lambda row: email_hash(row.email))

    @factory.lazy_attribute
    def sealed(self) -> bytes:
        """Closed like ``send_message`` closes it."""
        row: Any = self
        fields = {
            "name": "Ana Ruiz",
            "email": row.email,
            "zip": "60614",
            "city": "Chicago",
            "subject": row.version.fields["subject"],
            "body": row.version.fields["body"],
        }
        return seal({**fields, **row.typed}, row=row.id)


class ConfirmedMessageFactory(MessageFactory):
    """A message whose writer has confirmed it."""

    state = Message.State.CONFIRMED
    confirmed_at = factory.LazyFunction(timezone.now)


class DeliveryFactory(factory.django.DjangoModelFactory[Delivery]):
    """A delivery of a confirmed message, due now."""

    class Meta:
        model = Delivery

    id = factory.LazyFunction(uuid4)
    message = factory.SubFactory(ConfirmedMessageFactory)
    letter = factory.SelfAttribute("message.letter")
    official = factory.SubFactory(MailedOfficialFactory)
    channel = Delivery.Channel.EMAIL
    email_hash = factory.SelfAttribute("message.email_hash")
    state = Delivery.State.QUEUED
    mail_id = factory.LazyAttribute(lambda row: f"<letter-{row.id.hex}@act.example.org>")
