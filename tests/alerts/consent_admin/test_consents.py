"""Stewards hand an organization the addresses of who allowed it to write, and of nobody else."""

import csv
import io
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from alerts.groups import STEWARDS
from alerts.supporters.hashing import known_hashes
from alerts.supporters.leaving import leave_everything
from alerts.supporters.models import Consent, Organisation
from alerts.supporters.services import part_consents, withdraw_consents
from alerts.supporters.silence import keep_silent
from tests.factories.supporters import ConsentFactory, ConsentTextFactory, OrganisationFactory
from tests.support.pages import cost, read
from tests.support.stewards import client_with, steward

pytestmark = pytest.mark.django_db
PAGE = "/admin/consents/"
NOW = timezone.now()


@pytest.fixture
def friends() -> Organisation:
    found: Organisation = OrganisationFactory(name="Clinic Friends", slug="clinic-friends")
    return found


def agree(organisation: Organisation, email: str, locale: str = "en", **facts: Any) -> Consent:
    """A consent in force."""
    words = facts.pop("words", f"{organisation} may write to me.")
    text = ConsentTextFactory(organisation=organisation, locale=locale, text=words)
    found: Consent = ConsentFactory(text=text, email=email, confirmed_at=NOW, **facts)
    return found


def file_of(organisation: Organisation) -> str:
    return f"{PAGE}{organisation.pk}/file/"


def listed(client: Client, organisation: Organisation) -> list[list[str]]:
    """The rows of its list, without the head."""
    response: Any = client.post(file_of(organisation))
    assert response.status_code == 200
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))[1:]


def downloads() -> list[ModelLogEntry]:
    return list(ModelLogEntry.objects.filter(action="supporters.export_consents"))


def test_the_page_counts_by_organization_and_language_and_names_nobody(
    friends: Organisation,
) -> None:
    agree(friends, "ana@example.org")
    for number in range(2):
        agree(friends, f"salma{number}@example.org", "ar", words=f"Words {number}.")
    page = read(steward(), PAGE)
    assert "<bdi>Clinic Friends</bdi>" in page
    assert "3 addresses may be written to." in page
    assert "<li>Arabic: 2</li>" in page
    assert "<li>English: 1</li>" in page
    assert "example.org" not in page


def test_a_list_tells_what_was_agreed_to_when_and_where(friends: Organisation) -> None:
    agree(friends, "Ana+River@example.org", "es", words="Pueden escribirme.", given_at=NOW)
    agree(OrganisationFactory(), "ben@example.org")
    at = NOW.isoformat(timespec="seconds")
    assert listed(steward(), friends) == [
        ["Ana+River@example.org", "es", "Pueden escribirme.", at, at, "/en/river/"]
    ]


def test_only_consents_in_force_are_counted_and_listed(friends: Organisation) -> None:
    agree(friends, "stays@example.org", words="One.")
    withdrawn = agree(friends, "withdrawn@example.org", words="Two.")
    withdraw_consents(Consent.objects.filter(pk=withdrawn.pk))
    agree(friends, "silent@example.org", words="Three.")
    keep_silent(email_hash=known_hashes("silent@example.org")[0])
    agree(friends, "left@example.org", words="Four.")
    leave_everything(email_hashes=known_hashes("left@example.org"))
    text = ConsentTextFactory(organisation=friends, text="Five.")
    ConsentFactory(text=text, email="unconfirmed@example.org")
    client = steward()
    assert "1 address may be written to." in read(client, PAGE)
    assert [row[0] for row in listed(client, friends)] == ["stays@example.org"]


@pytest.mark.parametrize("later", [NOW, NOW + timedelta(days=1)])
def test_who_agreed_twice_is_listed_once_with_the_newest_words(
    friends: Organisation, later: datetime
) -> None:
    agree(friends, "ana@example.org", words="Old.", given_at=NOW - timedelta(days=1))
    agree(friends, "ANA@Example.org", "es", words="New.", given_at=later)
    agree(OrganisationFactory(), "ana@example.org", given_at=later + timedelta(days=1))
    client = steward()
    assert "1 address may be written to." in read(client, PAGE)
    assert [row[2] for row in listed(client, friends)] == ["New."]


def test_two_consents_of_one_moment_are_one_line(friends: Organisation) -> None:
    for words in ("One.", "Two."):
        agree(friends, "ana@example.org", words=words, given_at=NOW)
    assert len(listed(steward(), friends)) == 1


def test_a_consent_outlives_what_it_was_given_with(friends: Organisation) -> None:
    consent = agree(friends, "ana@example.org")
    part_consents(acts=[consent.act])
    assert len(listed(steward(), friends)) == 1


def test_a_spreadsheet_calculates_nothing(friends: Organisation) -> None:
    agree(friends, "=1+1@example.org", words="@SUM(1)", source="+cmd")
    row = listed(steward(), friends)[0]
    assert [row[0], row[2], row[5]] == ["'=1+1@example.org", "'@SUM(1)", "'+cmd"]


def test_what_no_key_opens_does_not_stop_the_list(friends: Organisation) -> None:
    broken = agree(friends, "gone@example.org", words="One.")
    Consent.objects.filter(pk=broken.pk).update(sealed=b"x" * 60)
    agree(friends, "ana@example.org", words="Two.")
    assert [row[0] for row in listed(steward(), friends)] == ["ana@example.org"]


def test_every_download_is_noted_and_kept_by_no_cache(friends: Organisation) -> None:
    agree(friends, "ana@example.org")
    response = steward().post(file_of(friends))
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Disposition"].startswith('attachment; filename="consents-clinic-')
    (entry,) = downloads()
    assert (entry.object_id, entry.data) == (str(friends.pk), {"number": 1})
    assert entry.user.username == "steward"


def test_following_a_link_downloads_nothing(friends: Organisation) -> None:
    assert steward().get(file_of(friends)).status_code == 405
    assert not downloads()


def test_who_has_no_right_to_it_learns_nothing(editor: Client, friends: Organisation) -> None:
    agree(friends, "ana@example.org")
    reader = client_with("view_petition", "change_petition", "view_signature", "view_consent")
    for client in (editor, reader):
        assert client.get(PAGE).url == "/admin/"
        for path in (file_of(friends), f"{PAGE}4711/file/"):
            assert client.post(path).url == "/admin/"
        assert PAGE not in read(client, "/admin/")
    assert not downloads()
    assert PAGE in read(steward(), "/admin/")


def test_an_organization_that_is_gone_is_not_found() -> None:
    assert steward().post(f"{PAGE}4711/file/", follow=True).status_code == 404


def test_before_anybody_agreed_the_page_says_so() -> None:
    Consent.objects.all().delete()
    assert "Nobody has allowed an organization" in read(steward(), PAGE)


def test_more_organizations_cost_no_more_queries(friends: Organisation) -> None:
    client = steward()
    agree(friends, "ana@example.org")
    few = cost(client, PAGE)
    for number in range(5):
        agree(OrganisationFactory(), f"ben{number}@example.org")
    assert cost(client, PAGE) == few


def test_stewards_have_the_right_and_no_other_group_has_it(db: None) -> None:
    groups = Group.objects.filter(permissions__codename="export_consent")
    assert list(groups.values_list("name", flat=True)) == [STEWARDS]
    assert not User.objects.filter(user_permissions__codename="export_consent").exists()
