"""Leaving by the link in a mail: without an account, for good, and with the count right."""

from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from alerts.petitions.entry import Entry
from alerts.petitions.models import Petition, Signature
from alerts.petitions.services import fold_tallies, recount, sign
from alerts.supporters.confirmation import confirmation_url
from alerts.supporters.leaving import leave_url
from alerts.supporters.mail import send_in_language
from alerts.supporters.models import Consent, Silence
from tests.factories.letters import MessageFactory
from tests.factories.petitions import PetitionFactory, PublishedPetitionFactory, SignatureFactory
from tests.factories.supporters import ConsentFactory
from tests.support.pages import HERE
from tests.support.queue import work

pytestmark = pytest.mark.django_db
EMAIL = "ana@example.org"


def link(signature: Signature, locale: str = "en") -> str:
    return "/" + leave_url("signature", signature.pk, locale).split("/", 3)[3]


def press(client: Client, signature: Signature, step: str = "this") -> Any:
    return press_at(client, link(signature), step)


def press_at(client: Client, address: str, step: str = "this") -> Any:
    return client.post(address, {"step": step}, headers=HERE, follow=True)


def counted(**facts: Any) -> Signature:
    signature: Signature = SignatureFactory(counted=True, email=EMAIL, **facts)
    return signature


def test_opening_the_link_changes_nothing_and_names_nobody(client: Client) -> None:
    signature = counted(name="Ana Ruiz")
    page = client.get(link(signature))
    assert page.status_code == 200
    assert signature.version.title in page.content.decode()
    assert "Ana" not in page.content.decode()
    assert EMAIL not in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert not page.cookies
    assert Signature.objects.get().state == Signature.State.COUNTED
    assert not Silence.objects.exists()


def test_one_press_takes_the_signature_back_and_erases_whose_it_was(client: Client) -> None:
    signature = counted()
    ConsentFactory(act=signature.pk, email=EMAIL, confirmed_at=signature.confirmed_at)
    page = press(client, signature)
    assert page.status_code == 200
    left = Signature.objects.get()
    assert (left.state, left.unseal(), left.email_hash) == ("withdrawn", {}, "")
    assert signature.petition.count == 0
    consent = Consent.objects.get()
    assert consent.withdrawn_at
    assert (consent.unseal(), consent.email_hash) == ({}, "")


def test_the_tallies_stay_exact_when_folded_and_recounted(client: Client) -> None:
    version = PublishedPetitionFactory()
    SignatureFactory(counted=True, version=version)
    signature = counted(version=version)
    fold_tallies()
    press(client, signature)
    fold_tallies()
    assert version.petition.count == recount(version.petition) == 1


def test_pressing_twice_takes_back_once(client: Client) -> None:
    signature = counted()
    press(client, signature)
    again = press(client, signature)
    assert again.status_code == 410
    assert signature.petition.count == 0
    assert Silence.objects.count() == 1


def test_a_pending_signature_is_erased_with_all_that_waits_for_the_address(client: Client) -> None:
    version = PublishedPetitionFactory()
    typed = SignatureFactory.create_batch(2, version=version, email=EMAIL)
    other = SignatureFactory(version=version)
    ConsentFactory(act=typed[1].pk, email=EMAIL)
    press(client, typed[0])
    assert list(Signature.objects.all()) == [other]
    assert not Consent.objects.exists()


def test_somebody_else_who_signed_from_the_same_address_stays(client: Client) -> None:
    signature = counted()
    second = counted(version=signature.version, slot=2, name="Ben Ruiz")
    press(client, signature)
    assert signature.petition.count == 1
    assert Signature.objects.get(pk=second.pk).unseal()["name"] == "Ben Ruiz"


def test_an_address_is_written_to_until_the_last_who_signed_with_it_has_left(
    client: Client,
) -> None:
    signature = counted()
    second = counted(version=signature.version, slot=2, name="Ben Ruiz")
    page = press(client, signature).content.decode()
    assert "somebody else did the same" in page
    assert "do not write" not in page
    assert not Silence.objects.exists()
    page = press(client, second).content.decode()
    assert "we do not write to your address about it again" in page
    assert Silence.objects.count() == 1


@pytest.mark.parametrize("state", ["pending", "invalidated", "withdrawn"])
def test_nobody_who_does_not_stand_keeps_an_address_from_being_silent(
    client: Client, state: str
) -> None:
    signature = counted()
    slot = {"version": signature.version, "email": EMAIL, "slot": 2, "name": "Ben Ruiz"}
    SignatureFactory(state=state, **slot)
    press(client, signature)
    assert Silence.objects.count() == 1


def test_a_signature_that_was_held_or_invalidated_cannot_come_back(client: Client) -> None:
    for state in (Signature.State.HELD, Signature.State.INVALIDATED):
        signature = SignatureFactory(state=state)
        press(client, signature)
        assert Signature.objects.get(pk=signature.pk).state == Signature.State.WITHDRAWN


def test_after_that_the_address_is_not_mailed_about_it_again(client: Client) -> None:
    signature = counted()
    press(client, signature)
    sign(version=signature.version, entry=Entry(name="Ana", email="ANA@example.org", region="IL"))
    work()
    assert mail.outbox == []
    elsewhere = PublishedPetitionFactory()
    sign(version=elsewhere, entry=Entry(name="Ana", email=EMAIL, region="IL"))
    work()
    assert [message.to for message in mail.outbox] == [[EMAIL]]


def test_everything_from_an_address_can_be_taken_back_at_once(client: Client) -> None:
    here, there = counted(), counted(locale="es")
    MessageFactory(email=EMAIL)
    someone = SignatureFactory(counted=True)
    ConsentFactory(email=EMAIL, confirmed_at=here.confirmed_at)
    page = press(client, here, "everything")
    assert "we never write to it again" in page.content.decode()
    kept = Signature.objects.exclude(email_hash="")
    assert list(kept) == [someone]
    assert {here.petition.count, there.petition.count} == {0}
    assert Consent.objects.get().withdrawn_at
    sign(version=PublishedPetitionFactory(), entry=Entry(name="Ana", email=EMAIL))
    work()
    assert mail.outbox == []


def test_who_changes_their_mind_can_be_mailed_again(client: Client) -> None:
    signature = counted()
    page = press(client, signature)
    done = page.redirect_chain[0][0]
    assert client.get(done).status_code == 200
    assert Silence.objects.exists()
    assert client.post(done, headers=HERE).status_code == 200
    assert not Silence.objects.exists()
    sign(version=signature.version, entry=Entry(name="Ana", email=EMAIL))
    work()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("path", ["leave", "left"])
def test_links_that_this_site_never_made_lead_nowhere(client: Client, path: str) -> None:
    for token in ("x", "signature~00.abc", uuid4().hex):
        assert client.get(f"/en/act/{path}/{token}/").status_code == 404
        assert client.post(f"/en/act/{path}/{token}/", headers=HERE).status_code == 404


def test_a_link_with_one_letter_changed_leads_nowhere(client: Client) -> None:
    address = link(counted())
    changed = address[:-2] + ("A" if address[-2] != "A" else "B") + "/"
    assert client.get(changed).status_code == 404


def test_a_link_to_what_is_gone_says_so(client: Client) -> None:
    signature = SignatureFactory()
    address = link(signature)
    signature.delete()
    assert client.get(address).status_code == 410


def test_another_site_cannot_press_the_button(client: Client) -> None:
    signature = counted()
    refused = client.post(
        link(signature), {"step": "this"}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert refused.status_code == 403
    assert signature.petition.count == 1


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_the_confirmation_mail_has_the_link_in_its_language(client: Client, locale: str) -> None:
    version = PublishedPetitionFactory(locale=locale)
    sign(version=version, entry=Entry(name="Ana", email=EMAIL))
    work()
    message: Any = mail.outbox[0]
    for text in (message.body, message.alternatives[0][0]):
        assert f"/{locale}/act/leave/" in text
    path = "/" + message.body.split("/act/leave/")[1].split()[0]
    assert client.get(f"/{locale}/act/leave{path}").status_code == 200


def test_a_link_works_years_later(client: Client, time_machine: Any) -> None:
    signature = counted()
    address = link(signature)
    time_machine.move_to("2040-01-01")
    assert client.get(address).status_code == 200


def test_a_link_outlives_its_language(client: Client) -> None:
    signature = counted(locale="fr")
    address = link(signature, "fr")
    page = client.get(address)
    assert page.status_code == 200
    assert "Take it back" in page.content.decode()
    assert press_at(client, address).status_code == 200
    assert signature.petition.count == 0


def test_a_link_in_a_language_that_is_gone_speaks_the_readers(client: Client) -> None:
    page = client.get(link(counted(), "fr"), headers={"Accept-Language": "ar"})
    assert page.status_code == 200
    assert 'lang="ar"' in page.content.decode()


def test_a_link_to_confirm_outlives_its_language_as_well(client: Client) -> None:
    signature = SignatureFactory(locale="fr")
    path = urlsplit(confirmation_url("signature", signature.pk, "fr")).path
    assert client.get(path).status_code == 200
    assert client.post(path, headers=HERE, follow=True).status_code == 200
    assert signature.petition.count == 1


def test_a_link_works_after_the_secret_key_was_changed(client: Client, settings: Settings) -> None:
    signature = counted()
    address = link(signature)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "newer: " + "n" * 50
    assert client.get(address).status_code == 200
    settings.SECRET_KEY_FALLBACKS = []
    assert client.get(address).status_code == 404


def test_mail_about_nothing_in_particular_still_heeds_who_refused_everything(
    client: Client,
) -> None:
    press(client, counted(), "everything")
    context = {"title": "River", "url": "https://act.example.org/", "days": 7}
    send_in_language(template="confirm_signature", to=EMAIL, locale="en", context=context)
    assert mail.outbox == []


def test_leaving_a_letter_that_waits_erases_it(client: Client) -> None:
    message = MessageFactory(email=EMAIL)
    address = "/" + leave_url("message", message.pk, "en").split("/", 3)[3]
    assert client.post(address, {"step": "this"}, headers=HERE, follow=True).status_code == 200
    message.refresh_from_db()
    assert (message.state, message.unseal(), message.email_hash) == ("withdrawn", {}, "")


def test_leaving_a_petition_that_was_archived_or_won_works_as_well(client: Client) -> None:
    signature = counted(version=PublishedPetitionFactory(petition=PetitionFactory(state="won")))
    press(client, signature)
    assert Petition.objects.get(pk=signature.petition_id).count == 0
