"""Sign-on letters as tests sign and read them."""

import datetime
from typing import Any

from django.test import Client
from django.utils import timezone

from alerts.demo.pages.welcome import LETTER
from alerts.petitions.models import DeliveredList, Petition, PublishedPetition, Signature
from alerts.petitions.models.settings import Shown
from alerts.petitions.services import record_delivery
from tests.factories.petitions import SignatureFactory
from tests.support.pages import HERE, read

SLUG = "let-them-come"
TYPED = {
    "name": "Ana Zamora-Quint",
    "title": "Pastora",
    "organisation": "Iglesia del Puente",
    "email": "ana@example.org",
    "city": "Chicago",
    "zip": "60622",
    "shows_name": "list",
}


def demo_letter() -> Petition:
    """The demo's sign-on letter, which nobody has signed."""
    found: Petition = Petition.objects.get(name=LETTER)
    return found


def words_of(letter: Petition, locale: str = "en") -> PublishedPetition:
    """What it says now."""
    found: PublishedPetition = letter.versions.filter(locale=locale).latest("number")
    return found


def post(client: Client, letter: Petition, locale: str = "en", **typed: str) -> Any:
    """Send the form as filled in, with some fields otherwise."""
    address = f"/{locale}/act/sign/{words_of(letter, locale).pk}/"
    return client.post(address, {**TYPED, **typed}, headers=HERE)


def signed(letter: Petition, **facts: Any) -> Signature:
    """One who counts and agreed to be listed."""
    told = {
        "agreed": Shown.LISTED,
        "counted": True,
        "version": words_of(letter),
        "name": "Bo Okafor",
        "title": "Deacon",
        "organisation": "River Church",
        "city": "Peoria",
    }
    made: Signature = SignatureFactory(**{**told, **facts})
    return made


def alert(client: Client, locale: str = "en") -> str:
    """The alert's page."""
    return read(client, f"/{locale}/alerts/{SLUG}/")


def list_url(letter: Petition, locale: str = "en") -> str:
    """Where the list as it is now is."""
    return f"/{locale}/act/signers/{letter.pk}/"


def today() -> datetime.date:
    """By the site's own clock."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


def deliver(letter: Petition, number: int = 1, **facts: Any) -> DeliveredList:
    """Record that the list was handed over today, or as told."""
    told = {"day": today(), "to_whom": "", "by": None, **facts}
    return record_delivery(petition=letter, number=number, **told)


def permalink(letter: Petition, number: int = 1, locale: str = "en") -> str:
    """Where a delivered list is."""
    return f"{list_url(letter, locale)}{number}/"


def version(client: Client, letter: Petition, number: int = 1) -> str:
    """The page of a delivered list."""
    return read(client, permalink(letter, number))
