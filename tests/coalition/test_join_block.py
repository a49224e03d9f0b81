"""The join block on the pages it may stand on."""

from typing import Any

import pytest
from django.test import Client
from wagtail.blocks import StreamBlockValidationError

from alerts.blocks import AlertStreamBlock
from alerts.models import AlertPage
from coalition.blocks import CoalitionStreamBlock
from coalition.models import CoalitionPage, Statement, StatementPage
from tests.factories.alerts import add_alert, alert_index
from tests.factories.coalition import StatementFactory, coalition_block
from tests.support.joining import joinable_statement, newest

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement() -> Statement:
    return joinable_statement()


def block(statement: Statement | None = None) -> tuple[str, dict[str, Any]]:
    return ("join", {"heading": "Join us", "intro": "", "statement": statement})


def joinable_alert(statement: Statement | None = None) -> AlertPage:
    """An alert with the join block."""
    named = {} if statement is None else {"statement": statement.pk}
    return add_alert(alert_index(), coalition_block("join", **named))


def test_an_alert_shows_the_form_of_the_statement_it_names(
    client: Client, statement: Statement
) -> None:
    alert = joinable_alert(statement)

    page = client.get(alert.url).content.decode()

    assert f'action="/en/act/join/{newest(statement).pk}/#statement-{statement.pk}"' in page
    assert 'href="/en/act/entry-link/"' in page


def test_the_coalitions_page_shows_the_form_of_its_main_statement(
    client: Client, statement: Statement
) -> None:
    page = CoalitionPage.objects.get(locale__language_code="en")
    page.statement, page.body = statement, [block()]
    page.save_revision().publish()

    assert f"/en/act/join/{newest(statement).pk}/" in client.get(page.url).content.decode()


def test_without_a_statement_nobody_can_join_and_the_page_stands(client: Client) -> None:
    alert = joinable_alert()

    response = client.get(alert.url)

    assert response.status_code == 200
    assert "Nobody can join here yet." in response.content.decode()


def test_a_statement_that_was_never_published_cannot_be_joined(client: Client) -> None:
    alert = joinable_alert(StatementFactory(state="draft"))

    assert "Nobody can join here yet." in client.get(alert.url).content.decode()


def test_a_statement_whose_page_was_taken_down_cannot_be_joined_elsewhere(
    client: Client, statement: Statement
) -> None:
    alert = joinable_alert(statement)
    StatementPage.objects.get(slug="families", locale=alert.locale).unpublish()

    page = client.get(alert.url).content.decode()

    assert "This statement has been taken down" in page
    assert "/act/join/" not in page


@pytest.mark.parametrize("body", [CoalitionStreamBlock, AlertStreamBlock])
def test_a_page_has_one_form_to_join(body: type[CoalitionStreamBlock]) -> None:
    stream = body()
    joins = [block(), block()]

    with pytest.raises(StreamBlockValidationError):
        stream.clean(stream.normalize(joins))
    stream.clean(stream.normalize(joins[:1]))


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("paused", "Joining is paused for the moment."),
        ("closed", "This statement takes no more names."),
        ("delivered", "This statement takes no more names."),
    ],
)
def test_a_statement_that_is_not_open_is_said_kindly(
    client: Client, statement: Statement, state: str, said: str
) -> None:
    Statement.objects.filter(pk=statement.pk).update(state=state)

    page = client.get("/en/coalition/families/").content.decode()

    assert said in page
    assert 'name="contact_name"' not in page
    assert 'href="/en/act/entry-link/"' in page


def test_a_preview_of_the_page_sends_nothing(editor: Client, statement: Statement) -> None:
    page = StatementPage.objects.get(statement=statement, locale__language_code="en")
    page.save_revision()

    shown = editor.get(f"/admin/pages/{page.pk}/view_draft/").content.decode()

    assert "This is a preview" in shown
    assert "/act/join/" not in shown


def test_the_form_is_the_same_for_everybody_and_light(
    client: Client, statement: Statement, django_assert_max_num_queries: Any
) -> None:
    client.get("/en/coalition/families/")
    with django_assert_max_num_queries(40):
        first = client.get("/en/coalition/families/")
    again = client.get("/en/coalition/families/")

    assert first.content == again.content
    assert not first.cookies
    assert len(first.content) < 60_000
