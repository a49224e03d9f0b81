"""The page of a state: what is asked there, who decides, and how they can be written to."""

import re

import pytest
from django.test import Client

from alerts.models import AlertPage
from tests.factories.alerts import (
    add_alert,
    alert_index,
    letter_block,
    petition_block,
    publish,
)
from tests.factories.letters import LetterFactory
from tests.factories.officials import HouseSeatFactory, OfficialFactory, SenateSeatFactory
from tests.factories.petitions import PetitionFactory
from tests.support.listing import read_state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("coalition")]


def test_alerts_for_the_state_come_before_those_for_all(client: Client) -> None:
    alert = AlertPage.objects.get(slug="cities-of-safety", locale__language_code="en")
    alert.states = ["GA"]
    alert.save()

    here = re.findall(r'class="card__title"><a href="([^"]+)"', read_state(client, "ga"))
    elsewhere = re.findall(r'class="card__title"><a href="([^"]+)"', read_state(client, "il"))

    assert here[0] == "/en/alerts/cities-of-safety/"
    assert len(here) > 1
    assert "/en/alerts/cities-of-safety/" not in elsewhere


def test_those_who_decide_are_named_and_can_be_written_to(client: Client) -> None:
    OfficialFactory(name="Ada Lake", office=SenateSeatFactory(state="IL"))
    OfficialFactory(name="Bo Prairie", office=HouseSeatFactory(state="IL", district=9))

    html = read_state(client, "il")

    assert "Who decides in Washington" in html
    assert "Ada Lake" in html
    assert "Bo Prairie" in html
    assert "Illinois, district 9" in html
    assert re.search(r'href="/en/alerts/bring-them-home/">\s*Write to them', html)


def letter_links(client: Client) -> list[str]:
    return re.findall(r'href="([^"]+)">\s*Write to them', read_state(client, "il"))


def test_a_letter_is_found_on_an_alert_that_was_renamed(client: Client) -> None:
    HouseSeatFactory(state="IL", district=9)
    alert = AlertPage.objects.get(slug="bring-them-home", locale__language_code="en")
    alert.slug = "home-now"
    alert.save()

    assert "/en/alerts/home-now/" in letter_links(client)


@pytest.mark.parametrize("state", ["open", "closed"])
def test_an_alert_asks_to_write_while_it_has_an_open_letter(client: Client, state: str) -> None:
    HouseSeatFactory(state="IL", district=9)
    blocks = [petition_block(PetitionFactory()), letter_block(LetterFactory(state=state))]
    add_alert(alert_index(), *blocks)

    assert ("/en/alerts/clinic/" in letter_links(client)) == (state == "open")


def test_an_alert_whose_letter_was_taken_out_asks_for_none(client: Client) -> None:
    HouseSeatFactory(state="IL", district=9)
    alert = add_alert(alert_index(), letter_block(LetterFactory()))
    publish(alert)
    assert "/en/alerts/clinic/" in letter_links(client)

    alert.body = [petition_block(PetitionFactory())]
    publish(alert)

    assert "/en/alerts/clinic/" not in letter_links(client)


def test_an_empty_seat_is_said_to_be_empty(client: Client) -> None:
    HouseSeatFactory(state="IL", district=9)

    html = read_state(client, "il")

    assert "Vacant" in html
    assert "Illinois, district 9. The seat waits for an election or an appointment." in html


@pytest.mark.parametrize(("code", "title"), [("DC", "Delegate"), ("PR", "Resident Commissioner")])
def test_the_capital_and_territories_have_no_senators(
    client: Client, code: str, title: str
) -> None:
    OfficialFactory(name="Cy Harbor", office=HouseSeatFactory(state=code, district=0))

    html = read_state(client, code.lower())

    assert f"{title} <bdi>Cy Harbor</bdi>" in html
    assert "nobody is elected to the Senate from here" in html


def test_without_officials_nothing_is_said_of_them(client: Client) -> None:
    assert "Who decides" not in read_state(client, "il")
    assert "Who decides" not in read_state(client, "tribal")
