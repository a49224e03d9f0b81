"""Understanding the congress-legislators file: who holds which seat, and how to reach them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from alerts.officials.models import Office
from alerts.officials.states import STATES

from .json_entries import json_entries
from .problems import BadRow, Problem
from .seats import Seat

_BIOGUIDE = re.compile(r"[\w-]{1,20}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_HALF_A_CHARACTER = re.compile(r"[\ud800-\udfff]")
# The list has been seen with a letter doubled, as in hhttps://.
_DOUBLED_H = re.compile(r"^h+(?=http)", re.IGNORECASE)
_PHONE_DIGITS = range(10, 16)
_CENSUS_AT_LARGE = 98
_MOST_DISTRICTS = 99
_valid_url = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class Legislator:
    """One person of the file; ``facts`` are the values of the official's fields of these names."""

    bioguide: str
    seat: Seat
    term_ends: date | None
    facts: dict[str, str]


@dataclass(slots=True)
class LegislatorFile:
    """A file understood: the people, what is doubtful about them, and the entries that are bad."""

    legislators: list[Legislator] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def count(self, kind: str) -> int:
        """How many people hold a seat of this kind."""
        return sum(legislator.seat.kind == kind for legislator in self.legislators)


def parse_legislators(text: str) -> LegislatorFile:
    """Understand the whole file; raises ``SourceError`` when it is no JSON list."""
    file = LegislatorFile()
    people: set[str] = set()
    seats: dict[Seat, str] = {}
    for line, entry in json_entries(text):
        try:
            legislator = _legislator(entry, file.warnings)
            _refuse_twice(legislator, people, seats)
        except BadRow as reason:
            file.problems.append(Problem(line, str(reason)))
        else:
            people.add(legislator.bioguide)
            seats[legislator.seat] = legislator.facts["name"]
            file.legislators.append(legislator)
    return file


def _refuse_twice(legislator: Legislator, people: set[str], seats: Mapping[Seat, str]) -> None:
    if legislator.bioguide in people:
        message = f"{legislator.bioguide} is listed twice"
        raise BadRow(message)
    if legislator.seat in seats:
        holder = seats[legislator.seat]
        message = f"{legislator.seat} is held by {holder} and by {legislator.facts['name']}"
        raise BadRow(message)


def _legislator(entry: object, warnings: list[str]) -> Legislator:
    person = _mapping(entry, "the entry")
    bioguide = _text(_mapping(person.get("id"), "id"), "bioguide", 20)
    if not _BIOGUIDE.fullmatch(bioguide):
        message = f"{bioguide!r} is no Bioguide ID" if bioguide else "it has no Bioguide ID"
        raise BadRow(message)
    term = _current_term(person)
    facts = _names(_mapping(person.get("name"), "name"))
    facts["party"] = _text(term, "party", 100)
    who = f"{facts['name']} ({bioguide})"
    facts["contact_form"] = _web_address(term, "contact_form", who, warnings)
    facts["website"] = _web_address(term, "url", who, warnings)
    facts["phone"] = _phone(term, who, warnings)
    ends = _end(term)
    if ends and ends < timezone.localdate():
        warnings.append(f"{who}: the term ended on {ends}, but the file still lists them: kept.")
    return Legislator(bioguide, _seat(term), ends, facts)


def _current_term(person: Mapping[str, object]) -> Mapping[str, object]:
    terms = person.get("terms")
    if not isinstance(terms, list) or not terms:
        message = "it has no terms of office"
        raise BadRow(message)
    return _mapping(terms[-1], "the last term")


def _names(name: Mapping[str, object]) -> dict[str, str]:
    first, last = _text(name, "first", 100), _text(name, "last", 100)
    if not last:
        message = "it has no last name"
        raise BadRow(message)
    full = _text(name, "official_full", 200) or f"{first} {last}".strip()
    return {"name": full, "first_name": first, "last_name": last}


def _seat(term: Mapping[str, object]) -> Seat:
    kind, state = term.get("type"), term.get("state")
    if not isinstance(state, str) or state not in STATES:
        message = f"{state!r} is no state or territory"
        raise BadRow(message)
    if kind == "sen":
        return Seat(Office.Kind.SENATOR, state, seat_class=_senate_class(term, state))
    if kind == "rep":
        return Seat(Office.Kind.REPRESENTATIVE, state, district=_district(term))
    message = f"{kind!r} is neither sen nor rep"
    raise BadRow(message)


def _senate_class(term: Mapping[str, object], state: str) -> int:
    number = term.get("class")
    if not STATES[state].has_senators:
        message = f"{state} has no senators"
        raise BadRow(message)
    if isinstance(number, bool) or not isinstance(number, int) or number not in {1, 2, 3}:
        message = f"{number!r} is no Senate class"
        raise BadRow(message)
    return number


def _district(term: Mapping[str, object]) -> int:
    number = term.get("district")
    if isinstance(number, bool) or not isinstance(number, int):
        message = f"{number!r} is no district number"
        raise BadRow(message)
    if not 0 <= number <= _MOST_DISTRICTS:
        message = f"{number} is no district number"
        raise BadRow(message)
    return 0 if number == _CENSUS_AT_LARGE else number


def _end(term: Mapping[str, object]) -> date | None:
    text = _text(term, "end", 40)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        message = f"{text!r} is no date"
        raise BadRow(message) from None


def _web_address(term: Mapping[str, object], key: str, who: str, warnings: list[str]) -> str:
    """The web address, mended where it is plainly mistyped, empty where it is none."""
    written = _text(term, key, 500)
    address = _DOUBLED_H.sub("", written)
    if address != written:
        warnings.append(f"{who}: {key} {written!r} was read as {address!r}.")
    if not address:
        return ""
    try:
        _valid_url(address)
    except ValidationError:
        warnings.append(f"{who}: {key} {address!r} is no web address: left out.")
        return ""
    return address


def _phone(term: Mapping[str, object], who: str, warnings: list[str]) -> str:
    phone = _text(term, "phone", 40)
    if phone and len(re.sub(r"\D", "", phone)) not in _PHONE_DIGITS:
        warnings.append(f"{who}: {phone!r} is no phone number: left out.")
        return ""
    return phone


def _mapping(value: object, what: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        message = f"{what} is missing or is not an object"
        raise BadRow(message)
    return value


def _text(values: Mapping[str, object], key: str, longest: int) -> str:
    value = values.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        message = f"{key} is not text"
        raise BadRow(message)
    if len(value) > longest or _CONTROL.search(value):
        message = f"{key} is too long or holds control characters"
        raise BadRow(message)
    if _HALF_A_CHARACTER.search(value):
        message = f"{key} holds half a character, which no text can be written with"
        raise BadRow(message)
    return value.strip()
