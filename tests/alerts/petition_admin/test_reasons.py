"""Staff decide which reasons the public reads, and learn nothing of who gave them."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import ModelLogEntry

from alerts.petitions.models import Petition, PublishedPetition, Signature
from alerts.petitions.models.settings import Shown
from alerts.petitions.services import change_state
from alerts.petitions.services.reasons import reading_of
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.pages import cost

pytestmark = pytest.mark.django_db
State = Signature.ReasonState


@pytest.fixture
def version() -> PublishedPetition:
    found: PublishedPetition = PublishedPetitionFactory(petition__shows=Shown.FIRST_NAME)
    return found


def given(version: PublishedPetition, reason: str = "My mother.", **facts: Any) -> Signature:
    agreed = {"counted": True, "agreed": Shown.FIRST_NAME, "name": "Ana Ruiz"}
    signature: Signature = SignatureFactory(version=version, reason=reason, **agreed | facts)
    return signature


def address(petition: Petition, state: str = "waiting") -> str:
    return f"/admin/petitions/{petition.pk}/reasons/?state={state}"


def posted(signature: Signature, verb: str = "show", locale: str = "en") -> dict[str, Any]:
    """What the form of one reason sends."""
    reading = reading_of(signature.unseal().get("reason", ""))
    return {"signature": signature.pk, "reading": reading, "verb": verb, "locale": locale}


def decide(client: Client, signature: Signature, verb: str, locale: str = "en") -> str:
    sent = posted(signature, verb, locale)
    answer = client.post(address(signature.petition), sent, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def state_of(signature: Signature) -> str:
    return Signature.objects.get(pk=signature.pk).reason_state


def test_an_editor_reads_reasons_and_no_names(editor: Client, version: PublishedPetition) -> None:
    given(version, "Por <mi> madre.", locale="es", email="ana@example.org")

    page = editor.get(address(version.petition)).content.decode()

    assert '<p lang="es" dir="auto">Por &lt;mi&gt; madre.</p>' in page
    assert "Ruiz" not in page
    assert "ana@example.org" not in page


def test_an_editor_lets_the_public_read_a_reason_in_its_language(
    editor: Client, version: PublishedPetition
) -> None:
    signature = given(version)

    page = decide(editor, signature, "show", "es")

    kept = Signature.objects.get()
    assert (kept.reason_state, kept.reason_locale) == (State.SHOWN, "es")
    assert "The reason is shown below the petition." in page
    assert "My mother." not in page


def test_where_no_reason_is_public_the_page_says_why_and_nothing_is_promised(
    editor: Client, version: PublishedPetition
) -> None:
    settings = Petition.objects.filter(pk=version.petition_id)
    for setting, why in (
        ({"at_risk": True}, "is in safety mode"),
        ({"at_risk": False, "shows": Shown.NOTHING}, "shows nothing but its number"),
    ):
        settings.update(**setting)
        page = decide(editor, given(version), "show")
        assert f"{why}, so no reason is public now." in page
        assert "The reason is approved, and not public now." in page
        assert "below the petition" not in page


def test_a_reason_in_a_language_the_site_does_not_have_is_shown_as_such(
    editor: Client, version: PublishedPetition
) -> None:
    decide(editor, given(version), "show", "und")

    assert Signature.objects.get().reason_locale == "und"


def test_an_editor_keeps_a_reason_private_and_takes_back_one_that_was_shown(
    editor: Client, version: PublishedPetition
) -> None:
    waiting, shown = given(version), given(version, reason_state="shown")

    decide(editor, waiting, "refuse")
    decide(editor, shown, "refuse")

    assert state_of(waiting) == state_of(shown) == State.REFUSED


def test_what_was_refused_can_be_shown_after_all(
    editor: Client, version: PublishedPetition
) -> None:
    signature = given(version, reason_state="refused")
    assert "My mother." in editor.get(address(version.petition, "refused")).content.decode()

    decide(editor, signature, "show")

    assert state_of(signature) == State.SHOWN


@pytest.mark.parametrize("text", ["See https://spam.example/", "bit.ly/x2", "www.spam.biz now"])
def test_a_reason_with_a_web_address_is_never_shown(
    editor: Client, version: PublishedPetition, text: str
) -> None:
    signature = given(version, text)

    page = decide(editor, signature, "show")

    assert state_of(signature) == State.WAITING
    assert "A reason with a web address is never shown." in page


@pytest.mark.parametrize(
    "facts",
    [
        {"agreed": Shown.NOTHING},
        {"counted": False},
        {"counted": False, "state": "held"},
        {"reason": ""},
    ],
    ids=["not to be shown", "pending", "held", "no reason"],
)
def test_reasons_of_others_are_neither_listed_nor_shown(
    editor: Client, version: PublishedPetition, facts: dict[str, Any]
) -> None:
    signature = given(version, **facts)
    before = state_of(signature)

    assert "My mother." not in editor.get(address(version.petition)).content.decode()
    page = decide(editor, signature, "show")

    assert "was taken back or changed meanwhile" in page
    assert state_of(signature) == before


def test_a_signer_who_left_meanwhile_is_not_shown(
    editor: Client, version: PublishedPetition
) -> None:
    signature = given(version)
    change_state(signature_id=signature.pk, to=Signature.State.WITHDRAWN)

    assert "was taken back or changed meanwhile" in decide(editor, signature, "show")
    assert state_of(signature) == State.WAITING


def test_a_reason_that_reads_otherwise_by_now_is_not_shown(
    editor: Client, version: PublishedPetition
) -> None:
    signature = given(version, "My mother.")
    sent = posted(signature)
    signature.seal(**signature.unseal() | {"reason": "Something else."})
    signature.save()

    answer = editor.post(address(version.petition), sent, follow=True)

    assert "was taken back or changed meanwhile" in answer.content.decode()
    assert state_of(signature) == State.WAITING


def test_a_reason_under_another_petition_is_not_touched(
    editor: Client, version: PublishedPetition
) -> None:
    other = given(PublishedPetitionFactory())

    editor.post(address(version.petition), posted(other))

    assert state_of(other) == State.WAITING


@pytest.mark.parametrize(
    "changed",
    [{"locale": "tlh"}, {"verb": "burn"}, {"signature": "'--"}, {"reading": "x"}, {"locale": ""}],
)
def test_what_nobody_can_choose_changes_nothing(
    editor: Client, version: PublishedPetition, changed: dict[str, str]
) -> None:
    signature = given(version)

    answer = editor.post(address(version.petition), posted(signature) | changed)

    assert answer.status_code == 302
    assert state_of(signature) == State.WAITING


def test_a_signature_that_does_not_exist_is_said_to_be_gone(
    editor: Client, version: PublishedPetition
) -> None:
    sent = posted(given(version)) | {"signature": uuid4()}

    answer = editor.post(address(version.petition), sent, follow=True)

    assert "was taken back or changed meanwhile" in answer.content.decode()


def test_every_decision_is_in_the_history_without_the_words(
    editor: Client, version: PublishedPetition
) -> None:
    signature = given(version)
    decide(editor, signature, "show")
    decide(editor, signature, "refuse")

    entries = ModelLogEntry.objects.filter(action__startswith="petitions.reason_").order_by("pk")

    assert [entry.action for entry in entries] == [
        "petitions.reason_shown",
        "petitions.reason_refused",
    ]
    assert {entry.user for entry in entries} == {User.objects.get(username="editor")}
    assert all(entry.data == {"signature": str(signature.pk)} for entry in entries)


def test_who_may_not_change_petitions_learns_nothing(
    organizer: Client, version: PublishedPetition
) -> None:
    signature = given(version)

    for answer in (
        organizer.get(address(version.petition)),
        organizer.post(address(version.petition), posted(signature)),
        organizer.get("/admin/petitions/4711/reasons/"),
    ):
        assert answer.status_code in {302, 403}
        assert b"My mother." not in answer.content
    assert state_of(signature) == State.WAITING


def test_the_public_is_sent_to_the_log_in(client: Client, version: PublishedPetition) -> None:
    assert client.get(address(version.petition)).status_code == 302


def test_a_petition_that_does_not_exist_is_not_found(editor: Client) -> None:
    assert editor.get("/admin/petitions/4711/reasons/", follow=True).status_code == 404


@pytest.mark.parametrize("query", ["?state=nonsense", "?state=none", "?p=999", "?p=x"])
def test_an_address_that_asks_for_nonsense_lists_what_waits(
    editor: Client, version: PublishedPetition, query: str
) -> None:
    given(version)

    answer = editor.get(f"/admin/petitions/{version.petition.pk}/reasons/{query}")

    assert "My mother." in answer.content.decode()


def test_the_list_is_cut_into_pages_of_constant_cost(
    editor: Client, version: PublishedPetition
) -> None:
    given(version, "The very first.")
    few = cost(editor, address(version.petition))
    for number in range(24):
        given(version, f"Number {number}.")

    page = editor.get(address(version.petition)).content.decode()

    assert "The very first." in page
    assert "Number 23." not in page
    assert "Number 23." in editor.get(f"{address(version.petition)}&p=2").content.decode()
    assert cost(editor, address(version.petition)) == few


def test_the_petition_leads_to_its_reasons(editor: Client, version: PublishedPetition) -> None:
    page = editor.get(f"/admin/snippets/petitions/petition/edit/{version.petition.pk}/")

    assert f"/admin/petitions/{version.petition.pk}/reasons/" in page.content.decode()
