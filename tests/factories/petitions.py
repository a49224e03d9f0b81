"""Petitions, what they say and who signed them."""

from typing import Any
from uuid import uuid4

import factory
from django.utils import timezone

from alerts.petitions.models import Petition, PublishedPetition, Signature, TallyEntry
from alerts.supporters.hashing import email_hash
from alerts.supporters.sealing import seal

from .supporters import OrganisationFactory

WORDS = {
    "title": "Open the river path",
    "statement": "<p>Open the river path to everyone, every day of the year.</p>",
    "to": "The city council",
    "consent_text": "River Neighbours may write to me about the river.",
    "page_url": "/en/river/",
    "thank_you": "We will bring your name to the council.",
}


class PetitionFactory(factory.django.DjangoModelFactory[Petition]):
    """An open petition whose organisation asks for consent."""

    class Meta:
        model = Petition

    name = factory.Sequence(lambda number: f"River path {number}")
    state = Petition.State.OPEN
    organisation = factory.SubFactory(OrganisationFactory)


class PublishedPetitionFactory(factory.django.DjangoModelFactory[PublishedPetition]):
    """Published words; ``words`` replaces some of them."""

    class Meta:
        model = PublishedPetition

    class Params:
        words: dict[str, str] = {}

    petition = factory.SubFactory(PetitionFactory)
    locale = "en"
    number = 1
    fields = factory.LazyAttribute(lambda row: {**WORDS, **row.words})
    digest = factory.LazyAttribute(lambda row: PublishedPetition.digest_of(row.fields))


class SignatureFactory(factory.django.DjangoModelFactory[Signature]):
    """A pending signature; ``counted=True`` makes it one that is confirmed and in the tally."""

    class Meta:
        model = Signature
        skip_postgeneration_save = True

    class Params:
        name = "Ana Ruiz"
        email = factory.Sequence(lambda number: f"signer{number}@example.org")
        zip = "60614"
        counted = factory.Trait(
            state=Signature.State.COUNTED, confirmed_at=factory.LazyFunction(timezone.now)
        )

    id = factory.LazyFunction(uuid4)
    version = factory.SubFactory(PublishedPetitionFactory)
    petition = factory.SelfAttribute("version.petition")
    locale = factory.SelfAttribute("version.locale")
    region = "IL"
    email_hash = factory.LazyAttribute(lambda row: email_hash(row.email))
    sealed = factory.LazyAttribute(
        lambda row: seal({"name": row.name, "email": row.email, "zip": row.zip}, row=row.id)
    )

    @factory.post_generation
    def entry(self, create: bool, extracted: object, **kwargs: Any) -> None:
        """What every change to counted leaves in the tally."""
        if create and self.state == Signature.State.COUNTED:
            TallyEntry.objects.create(
                petition=self.petition, locale=self.locale, region=self.region, delta=1
            )
