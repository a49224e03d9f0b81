"""Asks of any kind and what they say."""

from typing import Any

import factory

from alerts.supporters.asks.ask import Ask
from alerts.supporters.asks.published import PublishedWords

from .supporters import OrganisationFactory

COMMON_WORDS = {
    "consent_text": "River Neighbours may write to me about the river.",
    "page_url": "/en/river/",
}


class AskFactory(factory.django.DjangoModelFactory[Any]):
    """An open ask whose organisation asks for consent."""

    class Meta:
        abstract = True

    state = Ask.State.OPEN
    organisation = factory.SubFactory(OrganisationFactory)


class PublishedWordsFactory(factory.django.DjangoModelFactory[Any]):
    """The first published words, ``original`` in a subclass; ``words`` replaces some of them."""

    class Meta:
        abstract = True

    class Params:
        original: dict[str, str] = {}
        words: dict[str, str] = {}

    locale = "en"
    number = 1
    fields = factory.LazyAttribute(lambda row: {**row.original, **row.words})
    digest = factory.LazyAttribute(lambda row: PublishedWords.digest_of(row.fields))
