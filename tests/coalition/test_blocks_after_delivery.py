"""Blocks of a delivered statement: who stands behind it today, and how many are found in all."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.images import ImageFile
from django.test import Client
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from coalition.models import Statement
from coalition.services import change_status
from tests.factories.coalition import (
    EndorsementFactory,
    EndorserFactory,
    StatementFactory,
    add_statement_page,
    coalition_block,
    forget_demo_coalition,
)
from tests.support.pages import read

pytestmark = pytest.mark.django_db


def stands_behind(statement: Statement, name: str, code: str, *, days_ago: int) -> Any:
    """An organization with a logo, behind ``statement`` since so many days."""
    file = ImageFile(get_test_image_file("logo.png"), name="logo.png")
    logo = get_image_model().objects.create(title=name, file=file)
    endorser = EndorserFactory(name=name, places=[code], logo=logo)
    since = timezone.now() - timedelta(days=days_ago)
    EndorsementFactory(endorser=endorser, statement=statement, counted_from=since)
    return endorser


@pytest.fixture
def statement(db: None) -> Statement:
    """Delivered five days ago: one has stayed, one has left since, and one has joined since."""
    forget_demo_coalition()
    day = timezone.localdate() - timedelta(days=5)
    found: Statement = StatementFactory(frozen_on=day)
    stands_behind(found, "Stayed Society", "OH", days_ago=9)
    stands_behind(found, "Joined Society", "GA", days_ago=1)
    left = stands_behind(found, "Left Society", "TX", days_ago=9)
    change_status(endorser_id=left.pk, to="withdrawn")
    return found


def shown(client: Client, statement: Statement, kind: str, **value: Any) -> str:
    block = coalition_block(kind, heading="", statement=None, **value)
    return read(client, add_statement_page(statement, live=True, body=[block]).url)


def test_the_logos_are_of_those_who_stand_behind_it_now(
    client: Client, statement: Statement
) -> None:
    html = shown(client, statement, "endorser_logos", limit=24)

    logos = re.findall(r'<img[^>]+alt="(\w+) Society"', html)
    assert logos == ["Joined", "Stayed"]


def test_the_map_counts_those_who_stand_behind_it_now(client: Client, statement: Statement) -> None:
    html = shown(client, statement, "endorser_map")

    for sentence in ("Ohio: 1 endorser", "Georgia: 1 endorser", "Texas: no endorsers yet"):
        assert f"<title>{sentence}</title>" in html


def test_a_search_counts_the_delivered_list_and_who_joined_since(
    client: Client, statement: Statement
) -> None:
    block = coalition_block("endorser_list", heading="", statement=None, searchable=True)
    page = add_statement_page(statement, live=True, body=[block])

    html = read(client, f"{page.url}?q=joined")

    assert "Shown: 1 of 3" in html
