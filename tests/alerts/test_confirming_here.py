"""Confirming on the device one signed on, and having the mail sent again, over HTTP."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alerts.petitions.models import Petition, Signature
from alerts.supporters.confirmation import receipt_token
from tests.factories.petitions import SignatureFactory
from tests.support.mailbox import code_in
from tests.support.pages import HERE, form_of
from tests.support.queue import queued, work

pytestmark = pytest.mark.django_db
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
TYPED = {"name": "Ana Ruiz", "email": "ana@example.org", "zip": "60622", "country": "US"}


@pytest.fixture
def petition() -> Petition:
    found: Petition = Petition.objects.get(name="Cities of safety")
    return found


def sign(client: Client, petition: Petition, locale: str = "es", **typed: str) -> Any:
    """The page after signing."""
    version = petition.versions.filter(locale=locale).latest("number")
    address = f"/{locale}/act/sign/{version.pk}/"
    answer = client.post(address, {**TYPED, **typed}, headers=HERE)
    assert answer.status_code == 302
    return client.get(answer.url)


def send(client: Client, page: Any, **typed: str) -> Any:
    """Press the button below the code; with ``step``, the one that sends the mail again."""
    return client.post(form_of(page, holding="code").action, typed, headers=HERE)


def mailed_code() -> str:
    work()
    return code_in(str(mail.outbox[-1].body))


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_the_code_from_the_mail_confirms_without_opening_the_link(
    client: Client, petition: Petition, locale: str
) -> None:
    page = sign(client, petition, locale)
    code = mailed_code()
    typed = f" {code[:3]}-{code[3:]} ".translate(EASTERN if locale == "ar" else {})
    done = client.get(send(client, page, code=typed).url)
    assert done.status_code == 200
    assert f'<html lang="{locale}"' in done.content.decode()
    assert petition.count == 1


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "12345\n6\x00", "9" * 100_000])
def test_what_is_no_code_is_answered_beside_its_field(
    client: Client, petition: Petition, typed: str
) -> None:
    answer = send(client, sign(client, petition), code=typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="id_code_error"' in page
    assert 'class="problems"' in page
    assert "no-store" in answer["Cache-Control"]
    assert petition.count == 0


def test_a_wrong_code_is_kept_beside_its_error_and_may_be_corrected(
    client: Client, petition: Petition
) -> None:
    page = sign(client, petition)
    code = mailed_code()
    again = send(client, page, code=wrong(code))
    assert again.status_code == 422
    assert f'value="{wrong(code)}"' in again.content.decode()
    assert send(client, again, code=code).status_code == 302
    assert petition.count == 1


def told(answer: Any) -> bytes:
    """What a reader sees: the page without its opaque tokens."""
    return re.sub(rb"/act/\w+/[^/]+/", b"", answer.content)


@pytest.mark.parametrize("state", list(Signature.State))
def test_signing_guessing_and_asking_again_look_alike_for_every_address(
    client: Client, petition: Petition, state: Signature.State
) -> None:
    version = petition.versions.filter(locale="es").latest("number")
    SignatureFactory(version=version, email="known@example.org", state=state)
    seen = []
    for email in ("known@example.org", "new@example.org"):
        page = sign(client, petition, email=email)
        work()
        with CaptureQueriesContext(connection) as queries:
            guess = send(client, page, code="000000")
            again = client.get(send(client, page, step="again").url)
        shown = [told(page), told(guess), told(again), page.status_code, guess.status_code]
        seen.append((shown, len(queries)))
    assert seen[0] == seen[1]


def test_the_mail_is_sent_again_a_minute_later_with_a_code_that_works(
    client: Client, petition: Petition, time_machine: Any
) -> None:
    page = sign(client, petition)
    first = mailed_code()
    send(client, page, step="again")
    work()
    assert len(mail.outbox) == 1
    time_machine.move_to(timezone.now() + timedelta(minutes=2))
    page = client.get(send(client, page, step="again").url)
    second = mailed_code()
    assert len(mail.outbox) == 2
    assert {send(client, page, code=second).status_code} == {302}
    assert first != second or petition.count == 1


def test_asking_all_day_brings_five_mails(
    client: Client, petition: Petition, time_machine: Any
) -> None:
    page = sign(client, petition)
    for _ in range(12):
        time_machine.move_to(timezone.now() + timedelta(minutes=10))
        send(client, page, step="again")
        work()
    assert len(mail.outbox) == 5


def test_opening_the_address_of_the_code_leads_back_and_changes_nothing(
    client: Client, petition: Petition
) -> None:
    page = sign(client, petition)
    waiting = queued().count()
    answer = client.get(form_of(page, holding="code").action)
    assert answer.status_code == 302
    assert client.get(answer.url).status_code == 200
    assert queued().count() == waiting


def test_another_site_cannot_send_a_code_or_have_mail_sent(
    client: Client, petition: Petition
) -> None:
    page = sign(client, petition)
    code, waiting = mailed_code(), queued().count()
    address = form_of(page, holding="code").action
    for typed in ({"code": code}, {"step": "again"}):
        answer = client.post(address, typed, headers={"Sec-Fetch-Site": "cross-site"})
        assert answer.status_code == 403
    assert petition.count == 0
    assert queued().count() == waiting


@pytest.mark.parametrize(
    "token",
    ["x", "a.b.c", "x" * 4000, receipt_token(kind="petition", version=1, step="mail")],
    ids=["short", "dots", "long", "without a signature"],
)
def test_a_receipt_we_never_gave_is_answered_in_a_sentence(client: Client, token: str) -> None:
    for method in (client.get, client.post):
        answer = method(f"/es/act/code/{token}/", headers=HERE)
        assert answer.status_code == 404
        assert '<html lang="es"' in answer.content.decode()


def test_nothing_of_the_signer_stands_in_an_address_or_on_the_page(
    client: Client, petition: Petition
) -> None:
    page = sign(client, petition).content.decode()
    signature = Signature.objects.get()
    for secret in ("ana@example.org", "Ana Ruiz", str(signature.pk), signature.pk.hex):
        assert secret not in page


def test_without_confirmation_the_page_asks_for_no_code_and_is_alike_for_all(
    client: Client, petition: Petition
) -> None:
    Petition.objects.filter(pk=petition.pk).update(confirms=False)
    first = sign(client, petition)
    assert 'name="code"' not in first.content.decode()
    again = sign(client, petition)
    assert told(first) == told(again)
    work()
    assert petition.count == 1


def test_who_is_held_for_review_reads_the_same_as_who_counts(
    client: Client, petition: Petition
) -> None:
    seen = []
    for email, reason in (("ana@example.org", ""), ("luis@example.org", "network")):
        page = sign(client, petition, email=email)
        waiting = Signature.objects.filter(state="pending")
        waiting.update(held_for=reason)
        done = client.get(send(client, page, code=mailed_code()).url)
        seen.append(told(done))
    assert seen[0] == seen[1]
    assert set(Signature.objects.values_list("state", flat=True)) == {"counted", "held"}
