"""Entries that look like the same endorser are found, and others are left in peace."""

from difflib import SequenceMatcher

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from coalition.duplicates import (
    MOST_CLOSE_LOOKS,
    Patience,
    are_alike,
    candidate,
    likely_duplicates,
    with_duplicates,
)
from coalition.models import Endorser
from coalition.names import normalised
from coalition.services.entering import create_endorsers
from tests.factories.coalition import EndorserFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/coalition/endorser/"


def look_alike(one: str, other: str) -> bool:
    first, second = (candidate(at, name, normalised(name)) for at, name in enumerate((one, other)))
    return are_alike(first, second, Patience())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Arc", "Arc"),
        ("Casa Latina", "Casa Latina, Inc."),
        ("Church World Service", "Church World Services"),
        ("Coalition for Humane Immigrant Rights of Los Angeles (CHIRLA)", "CHIRLA"),
        ("Coalition for Humane Immigrant Rights of Los Angeles", "C.H.I.R.L.A."),
        ("Al Otro Lado", "Al Ottro Lado"),
        ("Centro de Acción", "Centro de Accion"),
    ],
)
def test_these_may_be_the_same(one: str, other: str) -> None:
    assert look_alike(one, other)
    assert look_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SEIU Local 1", "SEIU Local 73"),
        ("Church World Service", "Chicago Women’s Shelter"),
        ("Faith in Action", "Faith in Florida"),
        ("First Unitarian Church", "Second Baptist Church"),
        ("華人服務中心", "華人法律中心"),
        ("A", "B"),
    ],
)
def test_these_are_not_the_same(one: str, other: str) -> None:
    assert not look_alike(one, other)


def test_only_neighbors_are_compared() -> None:
    here = EndorserFactory(name="Harbor House", places=["IL", "WI"])
    near = EndorserFactory(name="Harbor House", places=["WI"])
    EndorserFactory(name="Harbor House", places=["CA"])
    wide = EndorserFactory(name="Harbor House", national=True)
    world = EndorserFactory(name="Harbor House", scope=Endorser.Scope.INTERNATIONAL)

    found = likely_duplicates()

    assert found[here.pk] == [near.pk]
    assert found[wide.pk] == [world.pk]


def test_the_declined_and_the_forgotten_are_nobodys_duplicates() -> None:
    one = EndorserFactory(name="Harbor House")
    EndorserFactory(name="Harbor House", status=Endorser.Status.DECLINED)
    nameless = EndorserFactory.create_batch(2, person=True, name="")
    signs = EndorserFactory.create_batch(2, name="???")

    found = likely_duplicates()

    assert not {one.pk, *(row.pk for row in (*nameless, *signs))} & set(found)


def test_looking_for_some_finds_them_all_and_asks_twice(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    one, two, three = EndorserFactory.create_batch(3, name="Harbor House")

    with django_assert_num_queries(2):
        found = likely_duplicates([two.pk])

    assert found == {two.pk: [one.pk, three.pk]}


def test_staff_see_them_on_the_list_and_beside_the_entry(organizer: Client) -> None:
    one = EndorserFactory(name="Harbor House", status=Endorser.Status.CONFIRMED)
    two = EndorserFactory(name="The Harbor House")

    listed = organizer.get(f"{LIST}?q=harbor").content.decode()
    page = organizer.get(f"{LIST}edit/{one.pk}/").content.decode()

    assert listed.count("Possible duplicate</a>") == 2
    assert "The Harbor House" in page
    assert f"{LIST}merge/{two.pk}/{one.pk}/" in page


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A line for every close look at two names."""
    taken: list[str] = []
    ratio = SequenceMatcher.ratio

    def counted(matcher: "SequenceMatcher[str]") -> float:
        taken.append("one")
        return ratio(matcher)

    monkeypatch.setattr(SequenceMatcher, "ratio", counted)
    return taken


def flood(status: Endorser.Status, *, alike: bool = True) -> None:
    """Long names of one pattern; where they are not alike, only a close look tells."""
    half = "ab" * 47
    ends = [half + chr(ord("c") + at % 20) + chr(ord("c") + at // 20) for at in range(94)]
    middles = [half[:at] + "c" * 12 + half[at:] + "d" * (at % 3) for at in range(94)]
    names = ends if alike else middles
    entries = [(None, {"name": name, "scope": "local", "places": ["IL"]}) for name in names]
    create_endorsers(entries, status=status, origin=Endorser.Origin.JOINED)


def test_what_nobody_has_confirmed_holds_no_one_up(organizer: Client, looks: list[str]) -> None:
    flood(Endorser.Status.SUBMITTED)
    one = EndorserFactory(name="Harbor House")
    new = EndorserFactory(name="The Harbor House", status=Endorser.Status.SUBMITTED)
    EndorserFactory(name="Harbor Houses", status=Endorser.Status.SUBMITTED)

    for address in ("", "?duplicate=yes", f"edit/{one.pk}/"):
        assert organizer.get(f"{LIST}{address}").status_code == 200

    assert looks == []
    assert likely_duplicates([one.pk]) == {one.pk: [new.pk]}


def test_a_mark_needs_one_likely_duplicate_only(looks: list[str]) -> None:
    flood(Endorser.Status.CONFIRMED)

    assert len(with_duplicates()) >= 94
    assert len(looks) <= 2 * 94


def test_names_made_to_be_hard_to_compare_wear_out(looks: list[str]) -> None:
    flood(Endorser.Status.CONFIRMED, alike=False)

    likely_duplicates()

    assert len(looks) == MOST_CLOSE_LOOKS
