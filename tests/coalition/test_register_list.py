"""Staff find endorsers, and learn who waits."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from coalition.models import Endorser
from tests.factories.coalition import (
    ContactFactory,
    CorrectionFactory,
    EndorsementFactory,
    EndorserFactory,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/coalition/endorser/"


def test_the_list_shows_first_who_waits_and_what_to_look_at(organizer: Client) -> None:
    listed = EndorserFactory(name="Aardvark Friends", places=["IL", "WI"])
    waiting = EndorserFactory(name="Zebra Friends", status=Endorser.Status.CONFIRMED)
    ContactFactory(endorser=waiting, domain_matches=False)
    CorrectionFactory(endorser=EndorserFactory(name="Moose Friends"))

    page = organizer.get(LIST).content.decode()

    assert page.index("Zebra Friends") < page.index("Moose Friends") < page.index(listed.name)
    assert "IL, WI" in page
    for mark in ("Contact is not at the website", "Correction waits", "1 endorser waits for you"):
        assert mark in page


def test_the_mark_of_a_possible_duplicate_leads_to_the_comparison(organizer: Client) -> None:
    listed = EndorserFactory(name="Twin House")
    waiting = EndorserFactory(name="Twin  House, Inc.", status=Endorser.Status.CONFIRMED)

    page = organizer.get(f"{LIST}?q=twin").content.decode()

    for row in (listed, waiting):
        assert f'<a href="{LIST}twin/{row.pk}/">Possible duplicate</a>' in page
        answer = organizer.get(f"{LIST}twin/{row.pk}/")
        assert answer["Location"] == f"{LIST}merge/{listed.pk}/{waiting.pk}/"


def test_who_may_not_merge_is_shown_the_duplicates_of_the_entry(editor: Client) -> None:
    twin, _other = EndorserFactory.create_batch(2, name="Twin House")

    answer = editor.get(f"{LIST}twin/{twin.pk}/")

    assert answer["Location"] == f"{LIST}edit/{twin.pk}/#twins"


def test_a_person_and_an_organization_of_one_name_are_not_compared(organizer: Client) -> None:
    person = EndorserFactory(person=True, name="Ana Ruiz")
    EndorserFactory(name="Ana Ruiz")

    answer = organizer.get(f"{LIST}twin/{person.pk}/")

    assert answer["Location"] == f"{LIST}edit/{person.pk}/#twins"


@pytest.mark.parametrize(
    ("narrowed", "shown"),
    [
        ("status=confirmed", {"Waiting"}),
        ("place=WI", {"Wisconsin"}),
        ("scope=national", {"National"}),
        ("kind=faith", {"Faithful"}),
        ("language=so", {"Somali"}),
        ("origin=imported", {"Brought"}),
        ("correction=yes", {"Corrected"}),
        ("duplicate=yes", {"Twin House", "Twin  House, Inc."}),
        ("stranger=yes", {"Stranger"}),
        ("q=wiscon", {"Wisconsin"}),
        ("q=springf", {"Faithful"}),
    ],
)
def test_the_list_is_narrowed(organizer: Client, narrowed: str, shown: set[str]) -> None:
    demo = set(Endorser.objects.values_list("pk", flat=True))
    EndorserFactory(name="Waiting", status=Endorser.Status.CONFIRMED)
    EndorserFactory(name="Wisconsin", places=["WI"])
    EndorserFactory(name="National", national=True)
    EndorserFactory(name="Faithful", kind="faith", city="Springfield")
    EndorserFactory(name="Somali", languages=["so"])
    EndorserFactory(name="Brought", origin=Endorser.Origin.IMPORTED)
    CorrectionFactory(endorser=EndorserFactory(name="Corrected"))
    EndorserFactory(name="Twin House")
    EndorserFactory(name="Twin  House, Inc.")
    ContactFactory(endorser=EndorserFactory(name="Stranger"), domain_matches=False)

    page = organizer.get(f"{LIST}?{narrowed}")

    rows = page.context["object_list"]
    assert {row.name for row in rows if row.pk not in demo} == shown


def test_the_list_is_narrowed_to_a_statement_once_for_each(organizer: Client) -> None:
    endorsement = EndorsementFactory()
    EndorsementFactory(
        endorser=endorsement.endorser,
        statement=endorsement.statement,
        counted_until=endorsement.counted_from,
    )
    EndorsementFactory()

    page = organizer.get(f"{LIST}?statement={endorsement.statement.pk}")

    assert [row.pk for row in page.context["object_list"]] == [endorsement.endorser.pk]


def test_the_list_asks_the_database_no_more_for_many(
    organizer: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    def queries(number: int) -> int:
        for _one in range(number):
            CorrectionFactory(endorser=ContactFactory().endorser)
        with django_assert_max_num_queries(60) as captured:
            organizer.get(LIST)
        return len(captured)

    organizer.get(LIST)
    few = queries(3)

    assert queries(30) == few


def test_the_front_page_of_the_admin_tells_how_many_wait(organizer: Client) -> None:
    waiting = Endorser.objects.awaiting().count()
    EndorserFactory.create_batch(2, status=Endorser.Status.CONFIRMED)

    page = organizer.get("/admin/").content.decode()

    assert f"{waiting + 2} endorsers wait for you" in page
    assert f"{LIST}?status=confirmed" in page
