"""Seats, the people in them, and public files that list both."""

import json
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

import factory

from alerts.officials.models import Office, Official, ZipDistrict
from alerts.officials.states import STATES

CONGRESS = 119


class SenateSeatFactory(factory.django.DjangoModelFactory[Office]):
    class Meta:
        model = Office

    kind = Office.Kind.SENATOR
    state = "IL"
    seat_class = 2


class HouseSeatFactory(factory.django.DjangoModelFactory[Office]):
    class Meta:
        model = Office

    kind = Office.Kind.REPRESENTATIVE
    state = "IL"
    district = 9


class OfficialFactory(factory.django.DjangoModelFactory[Official]):
    """A representative who can be reached by website and phone."""

    class Meta:
        model = Official

    first_name = "Rosa"
    last_name = factory.Sequence(lambda number: f"Rivera {number}")
    name = factory.LazyAttribute(lambda official: f"{official.first_name} {official.last_name}")
    party = "Independent"
    office = factory.SubFactory(HouseSeatFactory)
    bioguide = factory.Sequence(lambda number: f"R{number:06}")
    website = "https://rivera.example.org"
    phone = "202-555-0100"


class SenatorFactory(OfficialFactory):
    office = factory.SubFactory(SenateSeatFactory)


class ZipDistrictFactory(factory.django.DjangoModelFactory[ZipDistrict]):
    class Meta:
        model = ZipDistrict

    zip = "60062"
    congress = CONGRESS
    state = "IL"
    district = 9


def entry(bioguide: str, **term: object) -> dict[str, Any]:
    """One person as the congress-legislators file lists them; ``term`` changes the last term."""
    last = {
        "start": "2025-01-03",
        "end": "2099-01-03",
        "party": "Independent",
        "url": f"https://{bioguide.lower()}.example.org",
        "phone": "202-555-0101",
    }
    earlier = {"type": "rep", "start": "1999-01-03", "end": "2001-01-03", "state": "WY"}
    return {
        "id": {"bioguide": bioguide, "fec": ["H0"]},
        "name": {"first": "Ada", "last": bioguide, "official_full": f"Ada {bioguide}"},
        "terms": [earlier, last | term],
    }


def whole_congress() -> list[dict[str, Any]]:
    """A hundred senators and four hundred and one House members, each with a seat of their own.

    Illinois has districts 1 to 7, so that IL-9 is free; the senators of a state are S<state>1
    and S<state>2, House members are H<state><district>.
    """
    senate_states = [code for code, state in STATES.items() if state.has_senators]
    senators = [
        entry(f"S{code}{number}", type="sen", state=code, **{"class": number})
        for code in senate_states
        for number in (1, 2)
    ]
    return senators + list(islice(_house(), 401))


def _house() -> Iterator[dict[str, Any]]:
    """One member for each state and territory, then a second, a third …"""
    for number in count(1):
        for code, state in STATES.items():
            district = number if state.has_senators else 0
            if district or number == 1:
                yield entry(f"H{code}{district}", type="rep", state=code, district=district)


def write_congress(folder: Path, people: list[dict[str, Any]]) -> Path:
    """Write ``people`` as the public file, one line each after the first."""
    path = folder / "legislators-current.json"
    lines = ",\n".join(json.dumps(person) for person in people)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    return path
