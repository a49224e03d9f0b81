"""Endorsers, who speaks for them, and what they stand behind."""

from typing import Any
from uuid import uuid4

import factory
from django.utils import timezone

from alerts.supporters.hashing import email_hash
from alerts.supporters.sealing import seal
from coalition.models import (
    CoalitionPage,
    Contact,
    Correction,
    Endorsement,
    Endorser,
    EndorserLanguage,
    EndorserNote,
    EndorserPlace,
    PublishedStatement,
    Statement,
    StatementPage,
)
from home.models import HomePage

from .asks import COMMON_WORDS, AskFactory, PublishedWordsFactory

WORDS = {
    "title": "Keep families together",
    "statement": "<p>We ask Congress to keep families together.</p>",
    **COMMON_WORDS,
    "page_url": "/en/coalition/families/",
    "thank_you": "We will show your name to Congress.",
}


class EndorserFactory(factory.django.DjangoModelFactory[Endorser]):
    """An approved local organization in Illinois.

    ``places`` and ``languages`` are lists of codes, ``notes`` a dict of texts by locale.
    """

    class Meta:
        model = Endorser
        skip_postgeneration_save = True

    class Params:
        person = factory.Trait(
            is_person=True,
            name=factory.Sequence(lambda number: f"Ana Ruiz {number}"),
            affiliation="Professor of Law, Lake University",
            identification_only=True,
            website="",
        )
        national = factory.Trait(scope=Endorser.Scope.NATIONAL)

    name = factory.Sequence(lambda number: f"River Neighbors {number}")
    status = Endorser.Status.APPROVED
    scope = Endorser.Scope.LOCAL
    city = "Chicago"
    website = "https://river.example.org/"

    @factory.post_generation
    def places(self: Any, create: bool, extracted: list[str] | None, **kwargs: Any) -> None:
        """Illinois, unless it is at home everywhere."""
        everywhere = {Endorser.Scope.NATIONAL, Endorser.Scope.INTERNATIONAL}
        codes = ([] if self.scope in everywhere else ["IL"]) if extracted is None else extracted
        if create:
            EndorserPlace.objects.bulk_create(
                EndorserPlace(endorser=self, code=code) for code in codes
            )

    @factory.post_generation
    def languages(self: Any, create: bool, extracted: list[str] | None, **kwargs: Any) -> None:
        """None unless given."""
        if create:
            EndorserLanguage.objects.bulk_create(
                EndorserLanguage(endorser=self, code=code) for code in extracted or ()
            )

    @factory.post_generation
    def notes(self: Any, create: bool, extracted: dict[str, str] | None, **kwargs: Any) -> None:
        """None unless given."""
        if create:
            EndorserNote.objects.bulk_create(
                EndorserNote(endorser=self, locale=locale, text=text)
                for locale, text in (extracted or {}).items()
            )


class StatementFactory(AskFactory):
    class Meta:
        model = Statement

    name = factory.Sequence(lambda number: f"Families {number}")


class PublishedStatementFactory(PublishedWordsFactory):
    class Meta:
        model = PublishedStatement

    class Params:
        original = WORDS

    statement = factory.SubFactory(StatementFactory)


class EndorsementFactory(factory.django.DjangoModelFactory[Endorsement]):
    """An approved endorser behind a statement, counted from now on."""

    class Meta:
        model = Endorsement

    class Params:
        waiting = factory.Trait(counted_from=None)

    endorser = factory.SubFactory(EndorserFactory)
    statement = factory.SubFactory(StatementFactory)
    counted_from = factory.LazyFunction(timezone.now)


class ContactFactory(factory.django.DjangoModelFactory[Contact]):
    """A confirmed contact, sealed; ``typed`` adds to what is sealed or replaces it."""

    class Meta:
        model = Contact

    class Params:
        name = "Bo Okafor"
        email = factory.Sequence(lambda number: f"director{number}@river.example.org")
        role = "Director"
        typed: dict[str, str] = {}
        pending = factory.Trait(state=Contact.State.PENDING, confirmed_at=None)

    id = factory.LazyFunction(uuid4)
    endorser = factory.SubFactory(EndorserFactory)
    version = factory.SubFactory(PublishedStatementFactory)
    statement = factory.LazyAttribute(lambda row: row.version and row.version.statement)
    locale = factory.LazyAttribute(lambda row: row.version.locale if row.version else "en")
    email_hash = factory.LazyAttribute(lambda row: email_hash(row.email))
    state = Contact.State.CONFIRMED
    confirmed_at = factory.LazyFunction(timezone.now)

    @factory.lazy_attribute
    def sealed(self) -> bytes:
        """Closed like joining closes it."""
        row: Any = self
        fields = {"name": row.name, "email": row.email, "role": row.role}
        return seal({**fields, **row.typed}, row=row.id)


class CorrectionFactory(factory.django.DjangoModelFactory[Correction]):
    """What a contact asks to have changed; ``changes`` holds the new values."""

    class Meta:
        model = Correction

    class Params:
        changes: dict[str, str] = {"city": "Evanston"}

    id = factory.LazyFunction(uuid4)
    endorser = factory.SubFactory(EndorserFactory)
    sealed = factory.LazyAttribute(lambda row: seal(row.changes, row=row.id))


def forget_demo_coalition() -> None:
    """Leave no endorser and no page of the coalition in the database."""
    for page in CoalitionPage.objects.all():
        page.delete()
    Endorsement.objects.all().delete()
    Endorser.objects.all().delete()


def coalition_page(code: str = "en", **fields: Any) -> CoalitionPage:
    """The live page of the whole coalition in a language.

    Built with ``fields`` where there is none yet, as a translation of the English one.
    """
    found = CoalitionPage.objects.filter(locale__language_code=code).first()
    if found is not None:
        return found
    home = HomePage.objects.get(locale__language_code=code)
    english = CoalitionPage.objects.filter(locale__language_code="en").first()
    key = {"translation_key": english.translation_key} if english else {}
    words = {"title": "The coalition", "slug": "coalition", "body": []}
    page = CoalitionPage(locale=home.locale, **{**key, **words, **fields})
    home.add_child(instance=page)
    return page


def add_statement_page(
    statement: Statement | None = None, *, live: bool = False, slug: str = "families", **fields: Any
) -> StatementPage:
    """A page of ``statement`` (a new one unless given) below the English coalition; a draft."""
    parent = coalition_page()
    words = {
        "title": "Keep families together",
        "words": "<p>We ask Congress to keep families together.</p>",
        "consent_text": "River Neighbours may write to us.",
        "thank_you": "We will show your name to Congress.",
        "body": [],
    }
    page = StatementPage(
        slug=slug,
        locale=parent.locale,
        live=live,
        statement=statement or Statement.objects.create(name="Families"),
        **{**words, **fields},
    )
    parent.add_child(instance=page)
    return page


def coalition_block(kind: str, **value: Any) -> dict[str, Any]:
    """A block of a body as it is stored; the join block has a heading of its own."""
    defaults = {"heading": "Add your organization", "intro": ""} if kind == "join" else {}
    return {"type": kind, "value": {**defaults, **value}}
