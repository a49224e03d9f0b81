"""Where staff find statements, what they may change, and what is refused."""

import re
from typing import Any

import pytest
from django.test import Client

from coalition.models import Statement, StatementPage
from tests.factories.alerts import publish, translated
from tests.factories.coalition import (
    EndorsementFactory,
    StatementFactory,
    add_statement_page,
    coalition_page,
)
from tests.factories.supporters import OrganisationFactory

pytestmark = pytest.mark.django_db
STATEMENTS = "/admin/snippets/coalition/statement/"
DIALOG = "/admin/choose-statement/"


def cells(html: str, name: str) -> list[str]:
    """The plain cells of the row that holds ``name``."""
    rows = re.findall(r"<tr.*?</tr>", html, re.DOTALL)
    row = next(row for row in rows if name in row)
    return re.findall(r"<td\s*>\s*([^<]*?)\s*</td>", row)


def save(editor: Client, statement: Statement, **more: str) -> str:
    fields = {
        "name": statement.name,
        "state": statement.state,
        "closes_at": "",
        "frozen_on": "",
        "organisation": str(statement.organisation_id or ""),
    }
    answer = editor.post(f"{STATEMENTS}edit/{statement.pk}/", fields | more, follow=True)
    assert answer.status_code == 200
    statement.refresh_from_db()
    return str(answer.content.decode())


def test_the_list_shows_how_each_statement_stands(editor: Client) -> None:
    statement = StatementFactory(name="River Families", state="delivered", frozen_on="2026-03-01")
    EndorsementFactory.create_batch(3, statement=statement)
    EndorsementFactory(statement=statement, waiting=True)
    publish(add_statement_page(statement, title="Together"))

    shown = editor.get(STATEMENTS).content.decode()

    assert cells(shown, "River Families") == ["Delivered", "3", "", "March 1, 2026", "Together"]


def test_the_list_takes_as_many_queries_for_one_as_for_many(
    editor: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(10):
        publish(add_statement_page(StatementFactory(), slug=f"s{number}"))
    editor.get(STATEMENTS)

    with django_assert_max_num_queries(30):
        editor.get(STATEMENTS)


def test_an_editor_says_when_it_was_delivered(editor: Client) -> None:
    statement = StatementFactory()

    save(editor, statement, frozen_on="2026-03-01", state="delivered")

    assert (str(statement.frozen_on), statement.state) == ("2026-03-01", "delivered")


def test_an_archived_statement_is_closed_and_cannot_be_chosen(editor: Client) -> None:
    statement = StatementFactory(name="River Families")
    assert "River Families" in editor.get(DIALOG).content.decode()

    save(editor, statement, archived="on")

    assert not statement.is_open
    assert "River Families" not in editor.get(DIALOG).content.decode()
    assert "Archived" in editor.get(STATEMENTS).content.decode()


def test_nobody_can_delete_a_statement(admin: Client) -> None:
    statement = StatementFactory()

    single = admin.post(f"{STATEMENTS}delete/{statement.pk}/", follow=True)
    many = admin.post(
        f"/admin/bulk/coalition/statement/delete/?id={statement.pk}&next=/admin/", follow=True
    )

    assert (single.status_code, many.status_code) == (200, 200)
    assert Statement.objects.filter(pk=statement.pk).exists()


def test_the_dialog_tells_statements_apart_and_creates_one(editor: Client) -> None:
    statement = StatementFactory(name="River Families")
    EndorsementFactory.create_batch(2, statement=statement)
    publish(add_statement_page(statement, title="Together"))

    shown = editor.get(DIALOG).json()["html"]
    created = editor.post(
        f"{DIALOG}create/",
        {"statement-chooser-create-form-name": "Climate", "name": "Climate"},
    )

    assert cells(shown, "River Families") == ["Open", "2", "Together"]
    assert created.status_code == 200
    assert Statement.objects.get(name="Climate").state == "draft"


def test_no_organization_asks_for_mail_before_the_page_says_so(editor: Client) -> None:
    statement = StatementFactory(organisation=None)
    publish(add_statement_page(statement, consent_text=""))
    organisation = OrganisationFactory()

    said = save(editor, statement, organisation=str(organisation.pk))

    assert "Fill in “Consent to mail” on the statement" in said
    assert statement.organisation is None


def test_an_organization_may_ask_once_every_language_says_so(editor: Client) -> None:
    statement = StatementFactory(organisation=None)
    publish(add_statement_page(statement))
    organisation = OrganisationFactory()

    save(editor, statement, organisation=str(organisation.pk))

    assert statement.organisation == organisation


def test_a_statement_is_free_again_when_its_page_is_gone_in_every_language(admin: Client) -> None:
    statement = StatementFactory()
    page = add_statement_page(statement)
    coalition_page("es")
    publish(page)
    spanish = translated(page)

    admin.post(f"/admin/pages/{page.pk}/delete/")
    statement.refresh_from_db()
    assert statement.home == page.translation_key
    admin.post(f"/admin/pages/{spanish.pk}/delete/")

    statement.refresh_from_db()
    assert statement.home is None
    publish(add_statement_page(statement, slug="again"))
    assert StatementPage.objects.get(slug="again").live
