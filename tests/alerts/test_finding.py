"""From a ZIP code to one's representatives, over HTTP, without JavaScript."""

import pytest
from django.test import Client

from tests.support.letters import find, path, text
from tests.support.pages import form_of, submit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("officials")]


def test_a_split_zip_asks_which_representative(client: Client) -> None:
    form = form_of(find(client, "60062"))

    assert form.choices == {"district": ["IL-9", "IL-10"]}


def test_a_zip_across_a_border_asks_for_the_state_first(client: Client) -> None:
    response = find(client, "86515")
    assert form_of(response).choices == {"state": ["AZ", "NM"]}

    response = submit(client, response, path(), state="NM")

    assert "Sample Senator Yucca" in text(response)
    assert "Sample Senator Agave" not in text(response)


def test_not_choosing_is_answered_beside_the_question(client: Client) -> None:
    response = submit(client, find(client, "60062"), path())

    assert response.status_code == 422
    assert 'id="id_district_error"' in text(response)


@pytest.mark.parametrize("choice", [{"district": "TX-1"}, {"state": "TX"}, {"district": "'--"}])
def test_a_choice_that_was_not_offered_is_asked_again(
    client: Client, choice: dict[str, str]
) -> None:
    response = submit(client, find(client, "60062"), path(), **choice)

    assert form_of(response).choices == {"district": ["IL-9", "IL-10"]}


@pytest.mark.parametrize(
    "zip_code",
    ["00000", "1234", "", "abcde", "09001", "20500"],
    ids=["unknown", "short", "empty", "letters", "military", "one building"],
)
@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_a_zip_that_leads_nowhere_is_answered_beside_the_field(
    client: Client, zip_code: str, locale: str
) -> None:
    response = find(client, zip_code, locale)

    assert response.status_code == 422
    assert f'<html lang="{locale}"' in text(response)
    assert 'id="id_zip_error"' in text(response)
    assert f'value="{zip_code}"' in text(response) or not zip_code


def test_zip_plus_four_is_understood(client: Client) -> None:
    assert "Sample Senator Alder" in text(find(client, "99501-1234"))


@pytest.mark.parametrize(("zip_code", "who"), [("20001", "Cherry"), ("00601", "Ceiba")])
def test_capital_and_territories_have_a_delegate_and_no_senator(
    client: Client, zip_code: str, who: str
) -> None:
    response = find(client, zip_code)

    assert who in text(response)
    assert "Sample Senator" not in text(response)


def test_a_vacant_seat_is_said_to_be_vacant(client: Client) -> None:
    response = find(client, "94541")

    assert "Sample Senator Redwood" in text(response)
    assert 'class="official-list__vacant"' in text(response)
