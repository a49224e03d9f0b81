"""Writing to representatives over HTTP, without JavaScript: every step is a post."""

import pytest
from django.core import mail
from django.test import Client

from alerts.letters.models import Delivery, Letter, Message
from alerts.letters.services import publish_words
from alerts.officials.models import Official
from altavoz.worker import Worker
from tests.support.letters import ABOUT_ME, compose, find, path, text, words
from tests.support.mailbox import link_in
from tests.support.pages import HERE, form_of, submit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("officials")]


def test_the_letter_shows_tokens_in_the_readers_words(client: Client) -> None:
    body = form_of(compose(client, district="IL-9")).values["body"]

    assert "recipient_name" not in body
    assert body.count("{{") > 3


@pytest.mark.smoke
def test_mail_goes_only_after_the_sender_confirmed(client: Client) -> None:
    page = compose(client, district="IL-9")
    response = submit(client, page, path(), **ABOUT_ME)
    assert "Sample Senator Birch" in text(response)
    response = submit(client, response, path(), outcome="sent")
    assert response.status_code == 302

    Worker(interval=0).run_what_is_due()
    assert [message.to for message in mail.outbox] == [["ana@example.org"]]
    client.post(link_in(mail.outbox[0].body), headers=HERE)
    Worker(interval=0).run_what_is_due()

    receivers = sorted(message.to[0] for message in mail.outbox[1:])
    assert receivers == ["sample-ash@example.org", "sample-clover@example.org"]
    states = dict(Delivery.objects.values_list("official__last_name", "state"))
    assert states == {
        "Ash": Delivery.State.ACCEPTED,
        "Clover": Delivery.State.ACCEPTED,
        "Birch": Delivery.State.OPENED_ELSEWHERE,
    }


def test_each_official_gets_the_letter_under_their_own_name(client: Client) -> None:
    submit(client, compose(client, district="IL-9"), path(), **ABOUT_ME)
    Worker(interval=0).run_what_is_due()
    client.post(link_in(mail.outbox[0].body), headers=HERE)
    Worker(interval=0).run_what_is_due()

    to_ash = next(message for message in mail.outbox if message.to == ["sample-ash@example.org"])
    assert "Sample Senator Ash" in to_ash.body
    assert "Northbrook" in to_ash.body
    assert "{{" not in to_ash.body
    assert (
        to_ash.reply_to == ["Ana Ruiz <ana@example.org>"] or "ana@example.org" in to_ash.reply_to[0]
    )
    assert "ana@example.org" not in to_ash.from_email


@pytest.mark.smoke
def test_official_forms_are_offered_one_by_one_and_nothing_personal_is_kept(
    client: Client,
) -> None:
    page = compose(client, "99501")
    assert "email" not in form_of(page).values

    response = submit(client, page, path(), name="Ana Ruiz", city="Anchorage")
    seen = []
    while response.status_code == 200:
        seen.append(form_of(response).values["at"])
        response = submit(client, response, path(), outcome="sent")

    assert seen == ["0", "1", "2"]
    assert Message.objects.get().unseal() == {}
    assert Delivery.objects.filter(state=Delivery.State.OPENED_ELSEWHERE).count() == 3
    assert not mail.outbox


def test_skipping_an_official_notes_nothing(client: Client) -> None:
    response = submit(client, compose(client, "99501"), path(), name="Ana", city="Anchorage")
    while response.status_code == 200:
        response = submit(client, response, path(), outcome="skipped")

    assert Delivery.objects.count() == 0


def test_saying_it_twice_is_noted_once(client: Client) -> None:
    page = submit(client, compose(client, "99501"), path(), name="Ana", city="Anchorage")
    submit(client, page, path(), outcome="sent")
    submit(client, page, path(), outcome="sent")

    assert Delivery.objects.count() == 1


@pytest.mark.parametrize("ticket", ["", "x", "a" * 500])
def test_a_forged_ticket_is_answered_in_a_sentence(client: Client, ticket: str) -> None:
    page = submit(client, compose(client, "99501"), path(), name="Ana", city="Anchorage")

    response = submit(client, page, path(), outcome="sent", ticket=ticket)

    assert response.status_code == 404
    assert Delivery.objects.count() == 0


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "Ana\r\nBcc: all@example.org"),
        ("email", "ana@example.org\r\nCc: all@example.org"),
        ("subject", "Hi\r\nBcc: all@example.org"),
        ("subject", ""),
        ("body", "Dear {{somebody}},"),
        ("body", "Dear {{recipient_name"),
        ("body", "\u202eevil"),
        ("body", "x\x00y"),
        ("body", "x" * 1_000_000),
        ("city", "Chicago\x07"),
    ],
)
def test_bad_input_is_answered_beside_its_field_and_the_rest_is_kept(
    client: Client, field: str, typed: str
) -> None:
    page = compose(client, district="IL-9")

    response = submit(client, page, path(), **{**ABOUT_ME, field: typed})

    assert response.status_code == 422
    assert f'id="id_{field}_error"' in text(response)
    kept = form_of(response).values
    assert all(kept[name] == value for name, value in ABOUT_ME.items() if name != field)
    assert Message.objects.count() == 0


def test_a_visitors_own_brackets_are_sent(client: Client) -> None:
    page = compose(client, district="IL-9")

    response = submit(client, page, path(), **ABOUT_ME, body="I am [not] {joking}.")

    assert response.status_code == 200
    assert Message.objects.get().unseal()["body"] == "I am [not] {joking}."


def test_a_text_that_changed_meanwhile_is_shown_and_the_visitors_is_kept(client: Client) -> None:
    old = words()
    page = compose(client, district="IL-9")
    publish_words(letter=old.letter, locale="es", words={**old.fields, "body": "Texto nuevo."})

    response = client.post(
        f"/es/act/letter/{old.pk}/",
        {**form_of(page).values, **ABOUT_ME, "body": "Mis palabras."},
        headers=HERE,
    )

    assert response.status_code == 422
    assert "Texto nuevo." in text(response)
    assert form_of(response).values["body"].strip() == "Mis palabras."
    assert form_of(response).action == path()


def test_a_closed_letter_says_so_and_keeps_every_word(client: Client) -> None:
    page = compose(client, district="IL-9")
    Letter.objects.update(state=Letter.State.CLOSED)

    response = submit(client, page, path(), **ABOUT_ME, body="Mis palabras.")

    assert response.status_code == 422
    assert "Mis palabras." in text(response)
    assert find(client, "60062").status_code == 422


def test_sending_twice_sends_once(client: Client) -> None:
    page = compose(client, district="IL-9")
    submit(client, page, path(), **ABOUT_ME)
    submit(client, page, path(), **ABOUT_ME)

    assert Message.objects.count() == 1


def test_without_officials_the_visitor_is_told(client: Client) -> None:
    Official.objects.all().delete()

    assert find(client, "60062").status_code == 422


def test_a_flood_is_answered_in_the_readers_language(client: Client) -> None:
    response = client.post(path("ar"), {"step": "find", "zip": "1" * 6_000_000}, headers=HERE)

    assert response.status_code == 400
    assert '<html lang="ar" dir="rtl">' in text(response)


def test_who_passed_over_every_office_is_not_thanked(client: Client) -> None:
    response = submit(client, compose(client, "99501"), path(), name="Ana", city="Anchorage")
    while response.status_code == 200:
        response = submit(client, response, path(), outcome="skipped")

    assert "No se envió nada" in text(client.get(response.url))


def test_a_used_link_says_that_it_was_used(client: Client) -> None:
    submit(client, compose(client, district="IL-9"), path(), **ABOUT_ME)
    Worker(interval=0).run_what_is_due()
    link = link_in(mail.outbox[0].body)
    client.post(link, headers=HERE)

    assert "Ya presionaste este botón" in text(client.get(link))
