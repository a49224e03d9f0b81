"""Organisations and the consents they hold."""

from uuid import uuid4

import factory

from alerts.supporters.hashing import email_hash
from alerts.supporters.models import Consent, ConsentText, Organisation
from alerts.supporters.sealing import seal


class OrganisationFactory(factory.django.DjangoModelFactory[Organisation]):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda number: f"River Neighbours {number}")
    slug = factory.Sequence(lambda number: f"river-neighbours-{number}")
    website = "https://river.example.org/"


class ConsentTextFactory(factory.django.DjangoModelFactory[ConsentText]):
    class Meta:
        model = ConsentText

    organisation = factory.SubFactory(OrganisationFactory)
    locale = "en"
    text = "River Neighbours may write to me."
    digest = factory.LazyAttribute(lambda row: ConsentText.digest_of(row.text))


class ConsentFactory(factory.django.DjangoModelFactory[Consent]):
    """A consent nobody has confirmed yet, given with ``email``."""

    class Meta:
        model = Consent

    class Params:
        email = factory.Sequence(lambda number: f"neighbour{number}@example.org")

    id = factory.LazyFunction(uuid4)
    text = factory.SubFactory(ConsentTextFactory)
    act = factory.LazyFunction(uuid4)
    email_hash = factory.LazyAttribute(lambda row: email_hash(row.email))
    sealed = factory.LazyAttribute(lambda row: seal({"email": row.email}, row=row.id))
    source = "/en/river/"
