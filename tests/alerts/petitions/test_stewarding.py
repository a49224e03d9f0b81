"""Staff answer who asks what is kept about them; nobody else learns anything, and all is noted."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from wagtail.models import ModelLogEntry

from alerts.groups import STEWARDS
from alerts.petitions.models import Signature
from alerts.petitions.services import correct_signature, fold_tallies, recount
from alerts.supporters.silence import is_silent
from tests.factories.petitions import PetitionFactory, PublishedPetitionFactory, SignatureFactory
from tests.support import stewards
from tests.support.pages import read

pytestmark = pytest.mark.django_db
FIND = "/admin/supporters/"
EMAIL = "ana@example.org"


@pytest.fixture
def steward(db: None) -> Client:
    return stewards.steward()


@pytest.fixture
def signature() -> Signature:
    version = PublishedPetitionFactory(petition=PetitionFactory(asks_reason="may", asks_city="may"))
    found: Signature = SignatureFactory(version=version, email=EMAIL, name="Ana Ruiz", counted=True)
    return found


def show(signature: Signature) -> str:
    return f"{FIND}signatures/{signature.pk}/"


def noted(signature: Signature) -> list[str]:
    entries = ModelLogEntry.objects.filter(object_id=str(signature.pk)).order_by("pk")
    return list(entries.values_list("action", flat=True))


def ask(client: Client, step: str = "", email: str = EMAIL) -> Any:
    return client.post(FIND, {"email": email, "step": step})


def test_a_steward_finds_shows_and_all_of_it_is_noted(
    steward: Client, signature: Signature
) -> None:
    assert steward.get(FIND).status_code == 200
    found = ask(steward, email="ANA@Example.org").content.decode()
    assert show(signature) in found
    assert "Ana Ruiz" not in found
    page = steward.get(show(signature))
    assert "Ana Ruiz" in page.content.decode()
    assert "60614" in page.content.decode()
    assert noted(signature) == ["supporters.find", "supporters.show"]
    assert ModelLogEntry.objects.filter(action="supporters.search", user__isnull=False).exists()
    assert "no-store" in page["Cache-Control"]


def test_only_the_exact_address_finds_anything(steward: Client, signature: Signature) -> None:
    for email in ("na@example.org", "ana@example.com"):
        assert "Nothing is kept" in ask(steward, email=email).content.decode()


def test_what_is_no_address_is_kept_and_explained(steward: Client) -> None:
    page = ask(steward, email="ana at home")
    assert page.status_code == 422
    assert "ana at home" in page.content.decode()


@pytest.mark.parametrize("path", ["", "correct/"])
def test_an_editor_learns_nothing(editor: Client, signature: Signature, path: str) -> None:
    for answer in (
        editor.get(FIND),
        ask(editor),
        ask(editor, "export"),
        ask(editor, "erase"),
        editor.get(show(signature) + path),
        editor.post(show(signature) + path),
    ):
        assert answer.status_code == 302
        assert b"Ana" not in answer.content
    assert signature.petition.count == 1
    assert noted(signature) == []
    assert FIND not in editor.get("/admin/").content.decode()


def test_who_may_only_read_changes_nothing(client: Client, signature: Signature) -> None:
    user = User.objects.create_user("reader")
    group = Group.objects.get(name=STEWARDS)
    user.groups.add(group)
    group.permissions.remove(group.permissions.get(codename="change_signature"))
    client.force_login(user)
    assert client.get(show(signature)).status_code == 200
    for answer in (
        ask(client, "ask"),
        ask(client, "erase"),
        ask(client, "lift"),
        client.post(show(signature)),
        client.get(f"{show(signature)}correct/"),
    ):
        assert answer.status_code == 302
    assert signature.petition.count == 1


def test_the_export_is_a_file_without_a_name_in_its_name(
    steward: Client, signature: Signature
) -> None:
    answer = ask(steward, "export")
    assert answer.json()["acts"][0]["name"] == "Ana Ruiz"
    assert answer["Content-Disposition"] == 'attachment; filename="supporter.json"'
    assert noted(signature) == ["supporters.export"]


def test_erasing_everything_asks_first_and_stops_all_mail(
    steward: Client, signature: Signature
) -> None:
    assert "cannot be undone" in ask(steward, "ask").content.decode()
    assert signature.petition.count == 1
    assert ask(steward, "erase").status_code == 302
    assert signature.petition.count == 0
    assert is_silent(EMAIL)
    assert noted(signature) == ["supporters.find", "supporters.erase"]
    assert "asked not to be mailed" in ask(steward).content.decode()
    ask(steward, "lift")
    assert not is_silent(EMAIL)


@pytest.mark.parametrize(
    ("step", "action"),
    [
        ("", "search"),
        ("ask", "search"),
        ("export", "export_all"),
        ("erase", "erase_all"),
        ("lift", "lift"),
    ],
)
def test_every_step_is_noted_also_of_an_address_that_nothing_is_kept_of(
    steward: Client, step: str, action: str
) -> None:
    ask(steward, step, email="nobody@example.org")
    entry = ModelLogEntry.objects.get(action__startswith="supporters.")
    assert (entry.action, entry.user) == (f"supporters.{action}", User.objects.get())
    assert "nobody" not in f"{entry.data} {entry.label}"


def test_asking_to_erase_is_noted_in_the_history_of_each(
    steward: Client, signature: Signature
) -> None:
    ask(steward, "ask")
    assert noted(signature) == ["supporters.find"]


def test_languages_and_places_have_names(steward: Client) -> None:
    version = PublishedPetitionFactory(locale="ar")
    signature = SignatureFactory(version=version, email=EMAIL, counted=True)
    found, shown = ask(steward).content.decode(), read(steward, show(signature))
    assert "<td>Arabic</td>" in found
    assert '<td lang="ar" dir="auto">Open the river path</td>' in found
    assert 'tabindex="0" role="region" aria-label="What is kept"' in found
    for name in ("Arabic", "Illinois", "United States"):
        assert f'<dd dir="auto">{name}</dd>' in shown


def test_one_signature_is_erased(steward: Client, signature: Signature) -> None:
    assert steward.post(show(signature)).status_code == 302
    assert Signature.objects.get(pk=signature.pk).unseal() == {}
    assert steward.get(show(signature), follow=True).status_code == 404


def test_a_steward_corrects_and_the_place_is_counted_anew(
    steward: Client, signature: Signature
) -> None:
    fold_tallies()
    form = f"{show(signature)}correct/"
    assert "Ana Ruiz" in steward.get(form).content.decode()
    typed = {"name": "Ana Ruíz", "zip": "43004", "country": "US", "city": "Columbus"}
    assert steward.post(form, {**typed, "reason": "The river."}).status_code == 302
    row = Signature.objects.get(pk=signature.pk)
    assert (row.unseal()["name"], row.unseal()["email"], row.region) == ("Ana Ruíz", EMAIL, "OH")
    assert row.reason_state == Signature.ReasonState.WAITING
    fold_tallies()
    places = {tally.region: tally.count for tally in signature.petition.tallies.all()}
    assert places == {"IL": 0, "OH": 1}
    assert recount(signature.petition) == 1
    assert noted(signature)[-1] == "supporters.correct"


def test_a_signer_abroad_is_corrected_and_has_no_state(
    steward: Client, signature: Signature
) -> None:
    form = f"{show(signature)}correct/"
    typed = {"name": "Ana Ruiz", "country": "CA", "postal_code": "K1A 0B1", "zip": "60614"}
    assert steward.post(form, typed).status_code == 302
    row = Signature.objects.get(pk=signature.pk)
    assert (row.country, row.region, row.unseal()["zip"]) == ("CA", "", "K1A 0B1")
    assert steward.post(form, {**typed, "postal_code": "", "name": "Ana"}).status_code == 302
    row.refresh_from_db()
    assert (row.unseal().get("zip"), row.region) == (None, "")
    assert recount(signature.petition) == 1


def test_a_wrong_correction_is_shown_again(steward: Client, signature: Signature) -> None:
    page = steward.post(f"{show(signature)}correct/", {"name": "", "zip": "12", "country": "US"})
    assert page.status_code == 422
    assert 'value="12"' in page.content.decode()
    assert Signature.objects.get(pk=signature.pk).unseal()["name"] == "Ana Ruiz"


def test_a_signature_that_no_key_opens_is_no_error(steward: Client, signature: Signature) -> None:
    Signature.objects.filter(pk=signature.pk).update(sealed=b"x" * 60)
    assert steward.get(show(signature)).status_code == 200
    typed = {"name": "Ana", "zip": "60614", "country": "US"}
    assert steward.post(f"{show(signature)}correct/", typed).status_code == 422
    assert steward.post(show(signature)).status_code == 302


def test_correcting_who_was_forgotten_finds_nobody() -> None:
    gone = SignatureFactory(email_hash="")
    with pytest.raises(Signature.DoesNotExist):
        correct_signature(signature_id=gone.pk, said={}, country="US", region="", by=None)
