"""A copied statement page asks anew: it never shares endorsers with the page it is copied from."""

import datetime

import pytest
from django.test import Client

from coalition.models import CoalitionPage, Statement, StatementPage
from tests.factories.alerts import publish, translated
from tests.factories.coalition import (
    EndorsementFactory,
    StatementFactory,
    add_statement_page,
    coalition_page,
    forget_demo_coalition,
)
from tests.support.copying import copy

pytestmark = pytest.mark.django_db


def the_copy() -> StatementPage:
    found: StatementPage = StatementPage.objects.get(slug="copy")
    return found


def test_a_live_copy_has_a_statement_of_its_own_that_nobody_has_signed(admin: Client) -> None:
    original = StatementFactory(
        name="Families", state="delivered", frozen_on=datetime.date(2026, 3, 1)
    )
    EndorsementFactory(statement=original)
    page = add_statement_page(original)
    publish(page)

    assert copy(admin, page, publish_copies="on").status_code == 200

    made = the_copy()
    statement = made.statement
    assert made.live
    assert statement.pk != original.pk
    assert (statement.name, statement.count, statement.frozen_on) == ("Families (copy)", 0, None)
    assert statement.organisation == original.organisation
    assert (statement.state, statement.home) == ("open", made.translation_key)
    assert statement.versions.get().fields["page_url"] == "/en/coalition/copy/"
    original.refresh_from_db()
    assert (original.state, original.home, original.count) == (
        "delivered",
        page.translation_key,
        1,
    )


def test_every_revision_of_a_draft_copy_names_the_fresh_statement(admin: Client) -> None:
    first, second = StatementFactory(name="First"), StatementFactory(name="Second")
    page = add_statement_page(first, body=[("endorser_list", {"statement": first})])
    page.save_revision()
    page.statement = second
    page.save_revision()

    assert copy(admin, page).status_code == 200

    made = the_copy()
    named = {revision.content["statement"] for revision in made.revisions.all()}
    latest = made.get_latest_revision_as_object()
    assert not made.live
    assert not named & {first.pk, second.pk}
    assert (made.statement.name, latest.statement.name) == ("First (copy)", "Second (copy)")
    assert latest.body[0].value["statement"].name == "First (copy)"


def test_a_copied_draft_can_be_published_beside_its_original(admin: Client) -> None:
    page = add_statement_page(StatementFactory(name="Families"))
    page.save_revision()
    copy(admin, page)

    publish(page)
    publish(the_copy())

    assert Statement.objects.filter(name__startswith="Families", state="open").count() == 2


def test_a_copied_coalition_copies_the_statements_below_it(admin: Client) -> None:
    page = add_statement_page(StatementFactory(name="Families"))
    publish(page)

    copied = copy(admin, coalition_page(), copy_subpages="on", publish_copies="on")

    made = StatementPage.objects.get(slug="families", url_path__contains="/copy/")
    assert copied.status_code == 200
    assert made.live
    assert made.statement.name == "Families (copy)"


@pytest.mark.parametrize("options", [{}, {"publish_copies": "on"}])
def test_a_copied_coalition_does_not_ask_for_the_statement_of_the_original(
    admin: Client, options: dict[str, str]
) -> None:
    statement = StatementFactory()
    coalition = coalition_page()
    coalition.statement = statement
    coalition.save_revision().publish()

    assert copy(admin, coalition, copy_subpages="on", **options).status_code == 200

    made = CoalitionPage.objects.get(slug="copy")
    assert made.statement is None
    assert made.get_latest_revision_as_object().statement is None
    coalition.refresh_from_db()
    assert coalition.statement == statement


def test_a_translated_coalition_asks_for_the_same_statement() -> None:
    forget_demo_coalition()
    coalition = coalition_page(statement=StatementFactory())
    coalition.save_revision().publish()

    assert translated(coalition).statement == coalition.statement


def test_a_translation_of_a_copy_shares_the_statement_of_the_copy(admin: Client) -> None:
    page = add_statement_page(StatementFactory(name="Families"))
    coalition_page("es")
    publish(page)
    spanish = translated(page)
    copy(admin, page)

    copied = spanish.copy(
        update_attrs={"slug": "copia", "translation_key": the_copy().translation_key},
        keep_live=False,
    )

    assert copied.statement == the_copy().statement
    assert copied.get_latest_revision_as_object().statement == the_copy().statement
    assert Statement.objects.filter(name="Families (copy)").count() == 1


def test_a_copy_of_a_draft_without_a_statement_has_none_either(admin: Client) -> None:
    page = add_statement_page(StatementFactory())
    StatementPage.objects.filter(pk=page.pk).update(statement=None)
    page = StatementPage.objects.get(pk=page.pk)
    page.save_revision(clean=False)

    assert copy(admin, page).status_code == 200

    assert the_copy().statement is None


@pytest.mark.parametrize("below", [False, True])
def test_an_alias_of_a_statement_is_refused_with_a_sentence(admin: Client, below: bool) -> None:
    page = add_statement_page(StatementFactory())
    publish(page)
    copied = coalition_page() if below else page
    pages = StatementPage.objects.count()

    answer = copy(admin, copied, alias="on", **({"copy_subpages": "on"} if below else {}))

    assert "cannot have an alias." in answer.content.decode()
    assert StatementPage.objects.count() == pages
