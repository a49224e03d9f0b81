"""Petitions, what they say and who signed them."""

from typing import Any
from uuid import uuid4

import factory
from django.utils import timezone

from alerts.petitions.entry import Entry
from alerts.petitions.models import Petition, PublishedPetition, Signature, TallyEntry
from alerts.petitions.models.settings import Shown
from alerts.supporters.hashing import email_hash, name_hash
from alerts.supporters.sealing import seal
from alerts.supporters.traces import domain_hash

from .asks import COMMON_WORDS, AskFactory, PublishedWordsFactory

WORDS = {
    "title": "Open the river path",
    "statement": "<p>Open the river path to everyone, every day of the year.</p>",
    "to": "The city council",
    "own_mayor": "",
    **COMMON_WORDS,
    "thank_you": "We will bring your name to the council.",
}


class PetitionFactory(AskFactory):
    class Meta:
        model = Petition

    name = factory.Sequence(lambda number: f"River path {number}")


class PublishedPetitionFactory(PublishedWordsFactory):
    class Meta:
        model = PublishedPetition

    class Params:
        original = WORDS

    petition = factory.SubFactory(PetitionFactory)


def typed(row: Any) -> dict[str, str]:
    """What a signature seals."""
    texts = ("name", "email", "zip", "reason", "title", "organisation", "city")
    return Entry(**{name: getattr(row, name) for name in texts}).sealed()


class SignatureFactory(factory.django.DjangoModelFactory[Signature]):
    """A pending signature; ``counted=True`` makes it one that is confirmed and in the tally.

    ``agreed`` is what its signer agreed to show; a ``reason`` waits for review.
    """

    class Meta:
        model = Signature
        skip_postgeneration_save = True

    class Params:
        name = "Ana Ruiz"
        email = factory.Sequence(lambda number: f"signer{number}@example.org")
        zip = "60614"
        reason = ""
        title = organisation = city = ""
        agreed = Shown.NOTHING
        counted = factory.Trait(
            state=Signature.State.COUNTED,
            confirmed_at=factory.LazyFunction(timezone.now),
            counted_at=factory.SelfAttribute("confirmed_at"),
        )

    id = factory.LazyFunction(uuid4)
    version = factory.SubFactory(PublishedPetitionFactory)
    petition = factory.SelfAttribute("version.petition")
    locale = factory.SelfAttribute("version.locale")
    region = "IL"
    email_hash = factory.LazyAttribute(lambda row: email_hash(row.email))
    name_hash = factory.LazyAttribute(lambda row: name_hash(row.name, row.email))
    domain_hash = factory.LazyAttribute(lambda row: domain_hash(row.email))
    shown_as = factory.SelfAttribute("agreed")
    shows_name = factory.LazyAttribute(lambda row: row.agreed != Shown.NOTHING)
    reason_state = factory.LazyAttribute(lambda row: "waiting" if row.reason else "none")
    sealed = factory.LazyAttribute(lambda row: seal(typed(row), row=row.id))

    @factory.post_generation
    def entry(self, create: bool, extracted: object, **kwargs: Any) -> None:
        """What every change to counted leaves in the tally."""
        if create and self.state == Signature.State.COUNTED:
            TallyEntry.objects.create(
                petition=self.petition, locale=self.locale, region=self.region, delta=1
            )
