"""Entries that look like the same endorser are found, and others are left in peace."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from coalition.duplicates import are_alike, candidate, likely_duplicates
from coalition.models import Endorser
from coalition.names import normalised
from tests.factories.coalition import EndorserFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/coalition/endorser/"


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
    assert are_alike(candidate(1, one, normalised(one)), candidate(2, other, normalised(other)))
    assert are_alike(candidate(2, other, normalised(other)), candidate(1, one, normalised(one)))


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
    assert not are_alike(candidate(1, one, normalised(one)), candidate(2, other, normalised(other)))


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

    assert listed.count("<div>Possible duplicate</div>") == 2
    assert "The Harbor House" in page
    assert f"{LIST}merge/{two.pk}/{one.pk}/" in page
