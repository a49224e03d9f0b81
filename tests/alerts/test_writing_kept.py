"""What was written of a letter is kept whatever is still asked, and one page makes one message."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from alerts.letters.models import Delivery, Letter, Message, PublishedLetter
from alerts.models import AlertPage
from alerts.officials.models import Official
from altavoz.worker import Worker
from tests.support.mailbox import link_in
from tests.support.pages import HERE, form_of, submit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("officials")]
TYPED = {
    "name": "Ana Ruiz",
    "email": "ana@example.org",
    "city": "Northbrook",
    "subject": "Mi asunto",
    "body": "Mis palabras.\nY otra línea.",
}


def words() -> PublishedLetter:
    letters = PublishedLetter.objects.filter(letter__name="Bring them home: Congress", locale="es")
    return letters.latest("number")


def path() -> str:
    return f"/es/act/letter/{words().pk}/"


def post(client: Client, step: str, **fields: str) -> Any:
    return client.post(path(), {"step": step, **fields}, headers=HERE)


def take_down() -> None:
    for page in AlertPage.objects.live():
        page.unpublish()


@pytest.mark.parametrize("zip_code", ["99501 1234", "99501-1234", " ٩٩٥٠١ "])
@pytest.mark.parametrize("step", ["find", "place", "send"])
def test_a_zip_is_understood_at_every_step_however_it_is_written(
    client: Client, step: str, zip_code: str
) -> None:
    response = post(client, step, zip=zip_code, **TYPED)

    assert response.status_code == 200
    assert "Sample Senator Alder" in response.content.decode()


def test_a_split_zip_in_other_digits_is_asked_about(client: Client) -> None:
    response = post(client, "place", zip="٦٠٠٦٢", district="TX-1", asked="district")

    assert form_of(response).choices == {"district": ["IL-9", "IL-10"]}


@pytest.mark.parametrize("zip_code", ["", "6006", "00000", "x"])
@pytest.mark.parametrize("step", ["place", "send"])
def test_a_place_that_is_not_understood_is_asked_again_and_nothing_is_lost(
    client: Client, step: str, zip_code: str
) -> None:
    asked = post(client, step, zip=zip_code, state="IL", district="IL-9", **TYPED)

    assert asked.status_code == 422
    assert 'id="id_zip_error"' in asked.content.decode()
    response = submit(client, asked, path(), zip="99501")
    page = form_of(response).values
    assert {
        name: page[name].removeprefix("\n") for name in ("name", "city", "subject", "body")
    } == {name: TYPED[name] for name in ("name", "city", "subject", "body")}
    assert Message.objects.count() == 0


@pytest.mark.parametrize("place", [{}, {"state": "IL"}, {"district": "TX-1"}, {"state": "TX"}])
def test_sending_insists_on_one_district_and_carries_the_text(
    client: Client, place: dict[str, str]
) -> None:
    agreed = words().consent_key
    asked = post(client, "send", zip="60062", **place, **TYPED, consent=agreed)

    assert form_of(asked).choices == {"district": ["IL-9", "IL-10"]}
    assert Message.objects.count() == 0
    page = submit(client, asked, path(), district="IL-9")
    kept = form_of(page).values
    assert all(kept[name].removeprefix("\n") == TYPED[name] for name in TYPED)
    assert "checked" in page.content.decode()
    assert (kept["state"], kept["district"]) == ("IL", "IL-9")


def test_sending_insists_on_one_state(client: Client) -> None:
    asked = post(client, "send", zip="86515", **TYPED)

    assert form_of(asked).choices == {"state": ["AZ", "NM"]}
    assert form_of(asked).values["body"] == TYPED["body"]


def test_the_state_is_known_where_a_zip_lies_in_one(client: Client) -> None:
    post(client, "send", zip="20001", **TYPED)

    assert Message.objects.get().region == "DC"


def test_a_question_that_was_not_asked_yet_has_no_error(client: Client) -> None:
    response = post(client, "place", zip="60062", state="IL", asked="state")

    assert response.status_code == 200
    assert "id_district_error" not in response.content.decode()


@pytest.mark.parametrize(("zip_code", "count"), [("20001", 1), ("60062", 0), ("94541", 1)])
def test_who_is_missing_is_said_as_it_is(client: Client, zip_code: str, count: int) -> None:
    page = post(client, "place", zip=zip_code, district="IL-9" if zip_code == "60062" else "")

    assert page.content.decode().count("official-list__vacant") == count


def test_a_vacant_seat_in_the_senate_is_said_and_not_laid_to_the_law(client: Client) -> None:
    Official.objects.filter(last_name__in=("Alder", "Aspen")).update(office=None)

    page = post(client, "find", zip="99501").content.decode()

    assert page.count("official-list__vacant") == 1
    assert "Alaska" in page.partition("official-list__vacant")[2][:80]


@pytest.mark.parametrize("zip_code", ["99501", "20001"])
def test_a_letter_of_an_alert_that_was_taken_down_is_not_sent_and_is_kept(
    client: Client, zip_code: str
) -> None:
    take_down()

    response = post(client, "send", zip=zip_code, **TYPED)

    assert response.status_code == 422
    assert "Mis palabras." in response.content.decode()
    assert Message.objects.count() == 0
    assert post(client, "find", zip=zip_code).status_code == 422


def test_one_page_pressed_through_three_times_is_one_message(client: Client) -> None:
    page = post(client, "find", zip="99501")
    for _ in range(3):
        response = submit(client, page, path(), name="Ana", city="Anchorage")
        while response.status_code == 200:
            response = submit(client, response, path(), outcome="sent")

    letter = Letter.objects.get(name="Bring them home: Congress")
    assert (Message.objects.count(), Delivery.objects.count()) == (1, 3)
    assert (letter.count, letter.said_sent_count) == (0, 1)


def test_two_visitors_with_the_same_words_are_two_messages(client: Client) -> None:
    for _ in range(2):
        submit(client, post(client, "find", zip="99501"), path(), name="Ana", city="Anchorage")

    assert Message.objects.count() == 2


def test_the_same_page_sent_again_after_confirming_is_still_one_message(client: Client) -> None:
    page = post(client, "find", zip="20001")
    for _ in range(2):
        submit(client, page, path(), name="Ana", email="ana@example.org", city="Washington")
        Worker(interval=0).run_what_is_due()
        client.post(link_in(mail.outbox[0].body), headers=HERE)

    assert Message.objects.count() == 1


def test_confirming_a_closed_letter_is_answered_and_sends_nothing(client: Client) -> None:
    page = post(client, "find", zip="20001")
    submit(client, page, path(), name="Ana", email="ana@example.org", city="Washington")
    Worker(interval=0).run_what_is_due()
    Letter.objects.update(state=Letter.State.CLOSED)

    response = client.post(link_in(mail.outbox[0].body), headers=HERE)
    Worker(interval=0).run_what_is_due()

    assert response.status_code == 410
    assert len(mail.outbox) == 1


def test_confirming_a_paused_letter_says_that_it_waits(client: Client) -> None:
    page = post(client, "find", zip="20001")
    submit(client, page, path(), name="Ana", email="ana@example.org", city="Washington")
    Worker(interval=0).run_what_is_due()
    Letter.objects.update(state=Letter.State.PAUSED)

    client.post(link_in(mail.outbox[0].body), headers=HERE)
    Worker(interval=0).run_what_is_due()
    assert len(mail.outbox) == 1

    Letter.objects.update(state=Letter.State.OPEN)
    Worker(interval=0).run_what_is_due()
    assert Delivery.objects.get().state in {Delivery.State.QUEUED, Delivery.State.ACCEPTED}


def test_a_refused_post_shows_what_would_be_sent(client: Client) -> None:
    response = client.post(
        path(), {"step": "send", **TYPED, "name": "<b>Ana</b>"}, headers={"Origin": "null"}
    )

    page = response.content.decode()
    assert "<bdi>&lt;b&gt;Ana&lt;/b&gt;</bdi>" in page
    assert "<bdi>Mis palabras.<br>Y otra línea.</bdi>" in page
    assert "<bdi>send</bdi>" not in page
