"""Links that confirm once sent, and receipts that tell nothing."""

import base64
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from alerts.supporters.confirmation import (
    BadToken,
    StaleToken,
    confirmation_token,
    confirmation_url,
    read_confirmation,
    read_receipt,
    receipt_token,
)
from alerts.supporters.sealing import seal

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_token_leads_back_to_its_act() -> None:
    row = uuid4()
    assert read_confirmation(confirmation_token("signature", row)) == ("signature", row)


def test_a_token_works_until_its_days_are_over(settings: Settings) -> None:
    settings.CONFIRMATION_DAYS = 7
    row = uuid4()
    with time_machine.travel(NOON, tick=False) as clock:
        token = confirmation_token("signature", row)
        clock.shift(timedelta(days=7))
        assert read_confirmation(token) == ("signature", row)
        clock.shift(timedelta(seconds=1))
        with pytest.raises(StaleToken):
            read_confirmation(token)


def test_a_token_for_one_kind_cannot_be_turned_into_another() -> None:
    token = confirmation_token("signature", uuid4())
    with pytest.raises(BadToken):
        read_confirmation(token.replace("signature", "message"))


@given(st.text())
def test_no_invented_token_opens_anything(token: str) -> None:
    with pytest.raises(BadToken):
        read_confirmation(token)
    with pytest.raises(BadToken):
        read_receipt(token)


def test_a_token_signed_with_another_secret_is_refused(settings: Settings) -> None:
    token = confirmation_token("signature", uuid4())
    settings.SECRET_KEY = "somebody else's"
    with pytest.raises(BadToken):
        read_confirmation(token)


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_the_link_is_absolute_and_in_the_readers_language(locale: str, settings: Settings) -> None:
    settings.BASE_URL = "https://act.example.org"
    url = confirmation_url("signature", uuid4(), locale)
    assert url.startswith(f"https://act.example.org/{locale}/act/")
    assert url.isascii()


def test_a_receipt_gives_its_facts_back_as_text() -> None:
    assert read_receipt(receipt_token(version=3, step="mail")) == {"version": "3", "step": "mail"}


@pytest.mark.parametrize("facts", [{"kind": "letter"}, {}])
def test_a_receipt_opens_nothing_of_another_kind(facts: dict[str, str]) -> None:
    token = receipt_token(version=3, **facts)
    with pytest.raises(BadToken):
        read_receipt(token, kind="petition")
    own = receipt_token(kind="petition", version=3)
    assert read_receipt(own, kind="petition")["version"] == "3"


def test_receipts_for_the_same_facts_cannot_be_told_apart_or_read() -> None:
    one, other = receipt_token(version=3), receipt_token(version=3)
    assert one != other
    assert len(one) == len(other)
    assert "version" not in one


def test_a_receipt_made_of_a_stolen_row_opens_nothing() -> None:
    row = uuid4()
    stolen = base64.urlsafe_b64encode(row.bytes + seal({"name": "Ana"}, row=row)).decode()
    with pytest.raises(BadToken):
        read_receipt(stolen.rstrip("="))
