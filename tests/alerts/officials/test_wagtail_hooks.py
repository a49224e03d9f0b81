"""What editors can do with officials in the admin."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from alerts.officials.models import Office, Official
from tests.factories.officials import HouseSeatFactory, OfficialFactory, SenatorFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Iterator[Client]:
    client.force_login(User.objects.create_superuser("ed", "ed@example.org", "secret"))
    return client


def url(model: str, view: str, *args: object) -> str:
    return reverse(f"wagtailsnippets_officials_{model}:{view}", args=args)


def typed(official: Official) -> dict[str, object]:
    """The edit form as it stands."""
    names = ["name", "first_name", "last_name", "party", "contact_form", "website", "phone"]
    return {name: getattr(official, name) for name in names} | {
        "office": official.office_id or "",
        "term_ends": "",
        "email": official.email,
    }


def test_an_editor_adds_an_email_address(editor: Client) -> None:
    official = OfficialFactory()
    page = editor.get(url("official", "edit", official.pk))
    assert official.bioguide in page.content.decode()
    sent = typed(official) | {"email": "rosa@example.org"}
    assert editor.post(url("official", "edit", official.pk), sent).status_code == 302
    official.refresh_from_db()
    assert official.email == "rosa@example.org"
    assert official.bioguide


def test_an_editor_fills_a_vacant_seat(editor: Client) -> None:
    seat = HouseSeatFactory()
    assert editor.get(url("official", "add")).status_code == 200
    sent = typed(OfficialFactory.build(office=None)) | {"office": seat.pk}
    assert editor.post(url("official", "add"), sent).status_code == 302
    assert Official.objects.get().office == seat


def test_a_web_address_typed_without_its_scheme_is_taken_as_https(editor: Client) -> None:
    official = OfficialFactory()
    sent = typed(official) | {"contact_form": "rivera.example.org/write"}
    editor.post(url("official", "edit", official.pk), sent)
    official.refresh_from_db()
    assert official.contact_form == "https://rivera.example.org/write"


def test_a_seat_that_somebody_holds_is_not_given_twice(editor: Client) -> None:
    held = OfficialFactory()
    sent = typed(OfficialFactory.build(office=None)) | {"office": held.office_id}
    page = editor.post(url("official", "add"), sent)
    assert "already exists" in page.content.decode()
    assert Official.objects.count() == 1


def test_officials_are_found_by_name_and_by_filters(editor: Client) -> None:
    OfficialFactory(name="Rosa Rivera", website="")
    SenatorFactory(name="Sol Soto", office__state="NY")
    OfficialFactory(name="Gone Garcia", office=None)
    for question, found in (
        ({"q": "soto"}, "Sol Soto"),
        ({"state": "IL"}, "Rosa Rivera"),
        ({"kind": "senator"}, "Sol Soto"),
        ({"in_office": "no"}, "Gone Garcia"),
    ):
        page = editor.get(url("official", "list"), question).content.decode()
        names = {name for name in ("Rosa Rivera", "Sol Soto", "Gone Garcia") if name in page}
        assert names == {found}
    reached = editor.get(url("official", "list"), {"reached_by": "website"}).content.decode()
    assert "Rosa Rivera" not in reached


def test_a_seat_is_added_and_vacant_ones_are_listed(editor: Client) -> None:
    OfficialFactory(name="Rosa Rivera")
    sent = {"kind": "representative", "state": "CA", "district": 14, "seat_class": ""}
    assert editor.post(url("office", "add"), sent).status_code == 302
    assert Office.objects.vacant().get().area.code == "CA-14"
    page = editor.get(url("office", "list"), {"held": "no"}).content.decode()
    assert "California, district 14" in page
    assert "Vacant" in page
    assert "Rosa Rivera" not in page


def test_the_list_takes_the_same_queries_for_many_officials(
    editor: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        OfficialFactory(office__district=number)
    editor.get(url("official", "list"))
    with django_assert_max_num_queries(20):
        editor.get(url("official", "list"))
