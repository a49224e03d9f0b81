"""What contacts do with their own entries: over HTTP, by the link from a mail."""

import re
from typing import Any

import pytest
from django.test import Client

from coalition.errors import ContactGone
from coalition.models import Contact, Correction, Endorser
from coalition.services import change_status, propose_correction, withdraw
from coalition.services.moderation import accept_correction
from coalition.tokens import entry_token
from coalition.viewsets.corrections import changes_asked
from tests.factories.coalition import ContactFactory, CorrectionFactory, EndorserFactory
from tests.support.entries import entry_path
from tests.support.pages import HERE

pytestmark = pytest.mark.django_db
AS_IT_IS = {
    "step": "correct",
    "name": "River Neighbors",
    "scope": "local",
    "places": ["IL"],
    "city": "Chicago",
    "kind": "other",
    "website": "https://river.example.org/",
}


def send(client: Client, contact: Contact, **typed: Any) -> Any:
    return client.post(entry_path(contact), {**AS_IT_IS, **typed}, headers=HERE)


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_a_contact_sees_the_entry_and_nothing_about_the_contact(
    client: Client, contact: Contact, locale: str
) -> None:
    response = client.get(entry_path(contact, locale))

    page = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{locale}"' in page
    assert "River Neighbors" in page
    assert "Chicago" in page
    assert "no-store" in response["Cache-Control"]
    assert not re.search("okafor|bo@river", page, re.IGNORECASE)


def test_the_address_of_the_link_tells_nothing(contact: Contact) -> None:
    token = entry_token(contact)

    assert contact.email_hash[:16] not in token
    assert not re.search("river|okafor|neighbors", token, re.IGNORECASE)


def test_opening_the_link_changes_nothing(client: Client, contact: Contact) -> None:
    for _visit in range(3):
        client.get(entry_path(contact))
        client.head(entry_path(contact))

    contact.endorser.refresh_from_db()
    assert contact.endorser.status == "approved"
    assert not Correction.objects.exists()


def test_a_correction_waits_sealed_and_the_list_stays(client: Client, contact: Contact) -> None:
    response = send(client, contact, name="River Neighbors of Illinois", places=["IL", "IN"])

    assert response.status_code == 302
    contact.endorser.refresh_from_db()
    assert contact.endorser.name == "River Neighbors"
    waiting = Correction.objects.get(endorser=contact.endorser).unseal()
    assert waiting == {"name": "River Neighbors of Illinois", "places": "IL,IN"}
    page = client.get(response.url).content.decode()
    assert "You sent a correction" in page
    assert 'value="River Neighbors of Illinois"' in page


def test_a_newer_correction_takes_the_place_of_the_older(client: Client, contact: Contact) -> None:
    send(client, contact, city="Evanston")
    send(client, contact, city="Oak Park")

    assert Correction.objects.get().unseal() == {"city": "Oak Park"}


def test_going_back_to_what_is_listed_takes_the_correction_back(
    client: Client, contact: Contact
) -> None:
    send(client, contact, city="Evanston")

    assert send(client, contact).status_code == 302
    assert not Correction.objects.exists()


def test_a_correction_without_a_change_says_so(client: Client, contact: Contact) -> None:
    response = send(client, contact)

    assert response.status_code == 422
    assert "not changed anything" in response.content.decode()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", "=cmd|' /C calc'!A0"),
        ("name", "<script>alert(1)</script>"),
        ("website", "javascript:alert(1)"),
        ("city", "x" * 1_000_000),
        ("places", ["IL", "ZZ"]),
    ],
)
def test_a_bad_correction_is_answered_beside_its_field_and_kept(
    client: Client, contact: Contact, field: str, typed: Any
) -> None:
    response = send(client, contact, kind="legal", **{field: typed})

    page = response.content.decode()
    assert response.status_code == 422
    assert f'id="join_{field}_error"' in page
    assert '<option value="legal" selected>' in page
    assert "<script>alert" not in page
    assert not Correction.objects.exists()


def test_an_answer_reaches_staff_and_nobody_else(client: Client, contact: Contact) -> None:
    send(client, contact, answer="Yes,\nI may sign.")

    assert Correction.objects.get().unseal() == {"answer": "Yes,\nI may sign."}
    [change] = changes_asked(contact.endorser)
    assert change.after == "Yes,\nI may sign."
    accept_correction(endorser=contact.endorser, by=None)
    contact.endorser.refresh_from_db()
    assert contact.endorser.name == "River Neighbors"
    assert not Correction.objects.exists()


def test_a_person_corrects_the_affiliation_and_stays_a_person(client: Client) -> None:
    ana = EndorserFactory(person=True, name="Ana Ruiz", kind="education")
    contact = ContactFactory(endorser=ana)

    send(
        client, contact, name="Ana Ruiz", affiliation="Dean", kind="education", website="", who="x"
    )

    assert Correction.objects.get().unseal() == {"affiliation": "Dean"}


def test_a_language_the_form_does_not_offer_is_not_lost(client: Client, contact: Contact) -> None:
    contact.endorser.languages.create(code="nah")

    send(client, contact, city="Evanston", languages=["nah"])

    assert Correction.objects.get().unseal() == {"city": "Evanston"}


def test_withdrawing_asks_once_more_and_then_is_done(client: Client, contact: Contact) -> None:
    CorrectionFactory(endorser=contact.endorser)

    question = client.post(entry_path(contact), {"step": "withdraw"}, headers=HERE)
    contact.endorser.refresh_from_db()
    assert question.status_code == 200
    assert contact.endorser.status == "approved"

    done = client.post(entry_path(contact), {"step": "withdraw-now"}, headers=HERE, follow=True)

    contact.endorser.refresh_from_db()
    assert contact.endorser.status == "withdrawn"
    assert "is withdrawn" in done.content.decode()
    assert not Correction.objects.exists()
    assert contact.endorser.history.get().by is None


def test_withdrawing_twice_is_withdrawing_once(client: Client, contact: Contact) -> None:
    for _press in range(2):
        response = client.post(entry_path(contact), {"step": "withdraw-now"}, headers=HERE)
        assert response.status_code == 302

    assert contact.endorser.history.count() == 1


def test_another_site_can_neither_correct_nor_withdraw(client: Client, contact: Contact) -> None:
    for step in ("correct", "withdraw-now"):
        data = {**AS_IT_IS, "city": "Evanston", "step": step}
        response = client.post(entry_path(contact), data, headers={"Sec-Fetch-Site": "cross-site"})
        assert response.status_code == 403

    contact.endorser.refresh_from_db()
    assert contact.endorser.status == "approved"
    assert not Correction.objects.exists()


@pytest.mark.parametrize("end", ["declined", "withdrawn"])
def test_what_has_ended_can_be_seen_and_not_changed(
    client: Client, contact: Contact, end: str
) -> None:
    change_status(endorser_id=contact.endorser_id, to=end)

    page = client.get(entry_path(contact))
    answer = send(client, contact, city="Evanston")

    assert page.status_code == 200
    assert "<button" not in page.content.decode().split("<main")[1].split("</main")[0]
    assert answer.status_code == 410
    assert not Correction.objects.exists()
    with pytest.raises(ContactGone):
        propose_correction(contact_id=contact.pk, fields={"city": "Evanston"})


def test_nobody_withdraws_what_was_declined(contact: Contact) -> None:
    change_status(endorser_id=contact.endorser_id, to="declined")

    with pytest.raises(ContactGone):
        withdraw(contact_id=contact.pk)


def test_a_withdrawn_person_is_forgotten_at_once(client: Client) -> None:
    ana = EndorserFactory(person=True, name="Ana Ruiz")
    contact = ContactFactory(endorser=ana)

    client.post(entry_path(contact), {"step": "withdraw-now"}, headers=HERE)

    assert Endorser.objects.get(pk=ana.pk).name == ""
    assert "Ana Ruiz" not in client.get(entry_path(contact)).content.decode()
