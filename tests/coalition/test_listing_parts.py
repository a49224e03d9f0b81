"""The list of a delivered statement: as it was handed over, and who joined since."""

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from coalition.models import Statement, StatementPage
from coalition.services import change_status
from tests.factories.coalition import (
    EndorsementFactory,
    EndorserFactory,
    StatementFactory,
    add_statement_page,
    forget_demo_coalition,
)
from tests.support.pages import read

pytestmark = pytest.mark.django_db
PAGE = "/en/coalition/families/"
LISTS = [{"type": "endorser_list", "value": {"heading": "Who stands behind it"}}]


@pytest.fixture(autouse=True)
def statement() -> Statement:
    """A statement delivered a week ago, on a page with a list."""
    forget_demo_coalition()
    day = timezone.localdate() - datetime.timedelta(days=7)
    statement = StatementFactory(state="open", frozen_on=day)
    add_statement_page(statement, live=True, body=LISTS)
    return statement


def joined(statement: Statement, days_ago: int, **fields: object) -> None:
    EndorsementFactory(
        statement=statement,
        endorser=EndorserFactory(**fields),
        counted_from=timezone.now() - datetime.timedelta(days=days_ago),
    )


def parts(html: str) -> list[str]:
    """Each list of the page, from its title on."""
    return re.split(r'class="endorsers__title"', html)[1:]


def test_the_delivered_list_stands_apart_from_who_joined_since(
    statement: Statement, client: Client
) -> None:
    joined(statement, 9, name="Early Bird")
    joined(statement, 1, name="Late Comer")

    delivered, since = parts(read(client, PAGE))

    assert "As of" in delivered
    assert "Early Bird" in delivered
    assert "Late Comer" not in delivered
    assert "Joined since" in since
    assert "Late Comer" in since


def test_who_has_withdrawn_stays_on_the_delivered_list_and_says_so(
    statement: Statement, client: Client
) -> None:
    joined(statement, 9, name="Early Bird")
    joined(statement, 9, person=True, name="Ana Ruiz", places=["IL"])
    for endorsement in statement.endorsements.all():
        change_status(endorser_id=endorsement.endorser_id, to="withdrawn")

    (delivered,) = parts(read(client, PAGE))

    assert re.search(r"<bdi>Early Bird</bdi>.*\(no longer stands behind it\)", delivered)
    assert "A person who no longer stands behind it" in delivered
    assert "Ana Ruiz" not in delivered


def test_the_headings_of_both_lists_have_anchors_of_their_own(
    statement: Statement, client: Client
) -> None:
    joined(statement, 9)
    joined(statement, 1)

    html = read(client, PAGE)

    anchors = re.findall(r'\sid="([^"]+)"', html)
    assert len(anchors) == len(set(anchors))
    jumps = re.findall(r'<li><a href="#(endorsers[^"]*)"', html)
    assert len(jumps) == 4
    assert set(jumps) <= set(anchors)


def test_a_list_below_a_heading_steps_down_from_it(statement: Statement, client: Client) -> None:
    joined(statement, 9)

    html = read(client, PAGE)

    assert re.search(r"<h2[^>]*>Who stands behind it</h2>", html)
    assert re.search(r'<h3 class="endorsers__title"', html)
    assert re.search(r'<h4 class="endorsers__letter"', html)
    assert re.search(r'<h5 class="endorsers__state"', html)


def test_two_lists_on_one_page_do_not_share_anchors(statement: Statement, client: Client) -> None:
    joined(statement, 9)
    page = StatementPage.objects.get(statement=statement)
    page.body = [*LISTS, *LISTS]
    page.save()

    anchors = re.findall(r'\sid="([^"]+)"', read(client, PAGE))

    assert {"endorsers", "endorsers-2"} <= set(anchors)
    assert len(anchors) == len(set(anchors))
