"""Stewards change many signatures: they see how many first, watch, stop and undo."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry

from alerts.petitions.models import Petition, PublishedPetition, Signature, Sweep
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.pages import form_of
from tests.support.stewards import client_with, finish_sweeps, steward

pytestmark = pytest.mark.django_db
TYPED = {"to": "invalidated", "domain": "bad.example"}


@pytest.fixture
def version() -> PublishedPetition:
    found: PublishedPetition = PublishedPetitionFactory()
    for n in range(3):
        SignatureFactory(version=found, email=f"p{n}@bad.example", counted=True)
    SignatureFactory(version=found, email="ana@example.org", counted=True)
    return found


def address(version: PublishedPetition) -> str:
    return f"/admin/petitions/{version.petition_id}/sweeps/"


def post(client: Client, version: PublishedPetition, **typed: str) -> Any:
    return client.post(address(version), TYPED | typed)


def begin(client: Client, version: PublishedPetition, **typed: str) -> Any:
    """Count, then send the same form with what it holds now."""
    shown = form_of(post(client, version, **typed), holding="shown").values["shown"]
    return post(client, version, **typed, shown=shown)


def count(version: PublishedPetition) -> int:
    return Petition.objects.get(pk=version.petition_id).count


def test_counting_comes_first_and_changes_nothing(version: PublishedPetition) -> None:
    page = post(steward(), version).content.decode()
    assert "3 signatures would change." in page
    assert not Sweep.objects.exists()
    assert count(version) == 4


def test_what_was_counted_is_begun_watched_and_undone(version: PublishedPetition) -> None:
    client = steward()
    progress = begin(client, version).url
    assert "0 of 3 signatures have their new state." in client.get(progress).content.decode()
    finish_sweeps()
    assert "3 of 3 signatures have their new state." in client.get(progress).content.decode()
    assert count(version) == 1
    client.post(progress, {"verb": "undo"})
    finish_sweeps()
    assert count(version) == 4
    assert progress in client.get(address(version)).content.decode()


def test_stopping_keeps_the_rest(version: PublishedPetition) -> None:
    client = steward()
    progress = begin(client, version).url
    client.post(progress, {"verb": "stop"})
    finish_sweeps()
    assert count(version) == 4


def test_a_field_that_was_changed_after_counting_is_counted_again(
    version: PublishedPetition,
) -> None:
    client = steward()
    shown = form_of(post(client, version), holding="shown").values["shown"]
    page = post(client, version, domain="example.org", shown=shown)
    assert "1 signature would change." in page.content.decode()
    assert not Sweep.objects.exists()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ({"since": "2026-11-21 10:00", "before": "2026-11-21 09:00"}, "before the second"),
        ({"domain_hash": "x"}, "begin again from the list"),
        ({"state": "counted"}, "begin again from the list"),
        ({"email": "no address"}, "without spaces"),
        ({"to": "withdrawn"}, "Select a valid choice"),
        ({"locale": "xx"}, "Select a valid choice"),
        ({"since": "yesterday"}, "Enter a valid date/time"),
    ],
)
def test_bad_input_is_answered_and_kept(
    version: PublishedPetition, typed: dict[str, str], answer: str
) -> None:
    response = post(steward(), version, **typed)
    page = response.content.decode()
    assert response.status_code == 200
    assert answer in page
    assert 'value="bad.example"' in page
    assert not Sweep.objects.exists()


@pytest.mark.parametrize("typed", [{}, {"before": "2026-11-21 10:00"}])
def test_what_everybody_fits_is_refused(version: PublishedPetition, typed: dict[str, str]) -> None:
    page = post(steward(), version, domain="", **typed).content.decode()
    assert "this would be all of them" in page
    assert "would change" not in page


def test_a_second_one_waits_for_the_first(version: PublishedPetition) -> None:
    client = steward()
    begin(client, version)
    page = begin(client, version, domain="example.org")
    assert "is under way" in page.content.decode()
    assert Sweep.objects.count() == 1


def test_an_exact_address_is_found_and_kept_nowhere(version: PublishedPetition) -> None:
    client = steward()
    progress = begin(client, version, domain="", email="ANA@example.org").url
    finish_sweeps()
    assert Signature.objects.filter(state="invalidated").count() == 1
    assert "ana@example.org" not in client.get(progress).content.decode().lower()
    assert "example.org" not in str(Sweep.objects.values())


def test_what_a_list_hands_over_is_said_in_words(version: PublishedPetition) -> None:
    key = Signature.objects.filter(email_hash__gt="").first().domain_hash
    page = steward().get(f"{address(version)}?domain_hash={key}").content.decode()
    assert "chosen in the list of sources" in page
    assert key in page


def test_all_that_are_held_are_counted_at_once(version: PublishedPetition) -> None:
    for _ in range(3):
        SignatureFactory(version=version, state="held", held_for="network")
    begin(steward(), version, domain="", to="counted", state="held", held_for="network")
    finish_sweeps()
    assert count(version) == 7


def test_others_learn_nothing(version: PublishedPetition, editor: Client) -> None:
    sweep = begin(steward(), version).url
    outsider = client_with("view_petition", "change_petition", "view_signature")
    for client in (editor, outsider):
        for path in (address(version), sweep, "/admin/petitions/4711/sweeps/"):
            assert client.get(path).url == "/admin/"
            assert client.post(path, TYPED | {"verb": "stop"}).url == "/admin/"
    assert Sweep.objects.get().state == "running"


def test_the_sweep_of_another_petition_is_not_found(version: PublishedPetition) -> None:
    client = steward()
    begin(client, version)
    path = f"/admin/petitions/{PublishedPetitionFactory().petition_id}/sweeps/"
    found = client.get(f"{path}{Sweep.objects.get().pk}/", follow=True)
    assert found.status_code == 404


def test_who_sees_no_persons_cannot_ask_whether_an_address_has_signed(
    version: PublishedPetition,
) -> None:
    client = client_with("view_petition", "change_petition", "change_signature")
    assert 'name="email"' not in client.get(address(version)).content.decode()
    page = post(client, version, domain="", email="ana@example.org").content.decode()
    assert "this would be all of them" in page
    assert "would change" not in page


def test_asking_for_one_address_is_noted_as_a_search(version: PublishedPetition) -> None:
    page = post(steward(), version, domain="", email="ana@example.org").content.decode()
    assert "1 signature would change." in page
    entry = ModelLogEntry.objects.get(action__startswith="supporters.")
    assert (entry.action, entry.user.username) == ("supporters.search", "steward")
    assert "example.org" not in f"{entry.data} {entry.label}"


def test_a_time_before_everybody_is_no_criterion(version: PublishedPetition) -> None:
    page = post(steward(), version, domain="", since="1970-01-01 00:00").content.decode()
    assert "this would be all of them" in page
    assert not Sweep.objects.exists()
