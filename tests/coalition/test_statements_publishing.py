"""A statement's words go live with its page, numbered, and a statement has one page."""

from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Revision
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from alerts.publishing import publish_scheduled
from coalition.models import Statement, StatementPage
from coalition.publishing import publish_missed_words
from tests.factories.alerts import publish, schedule
from tests.factories.coalition import StatementFactory, add_statement_page

pytestmark = pytest.mark.django_db


def form(statement: Statement | None, words: str = "<p>Keep them together.</p>") -> dict[str, Any]:
    fields = {
        "title": "Families",
        "slug": "families",
        "statement": str(statement.pk) if statement else "",
        "words": rich_text(words),
        "consent_text": "River Neighbors may write to us.",
        "thank_you": "Thank you.",
        "body": streamfield([]),
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
    }
    return nested_form_data(fields)


def autosaved_draft() -> StatementPage:
    """A draft as Wagtail's autosave leaves it: a title, and nothing chosen yet."""
    page = add_statement_page(words="", consent_text="", thank_you="")
    StatementPage.objects.filter(pk=page.pk).update(statement=None)
    page = StatementPage.objects.get(pk=page.pk)
    page.save_revision(clean=False)
    return page


def press_publish(editor: Client, page: StatementPage, data: dict[str, Any]) -> str:
    response = editor.post(
        f"/admin/pages/{page.pk}/edit/", {**data, "action-publish": "1"}, follow=True
    )
    assert response.status_code == 200
    return str(response.content.decode())


def is_live(page: StatementPage) -> bool:
    return bool(StatementPage.objects.get(pk=page.pk).live)


@pytest.mark.smoke
def test_publishing_in_the_editor_opens_the_statement_and_publishes_its_words(
    editor: Client,
) -> None:
    statement = Statement.objects.create(name="Families")
    page = autosaved_draft()

    press_publish(editor, page, form(statement))

    statement.refresh_from_db()
    version = statement.versions.get()
    assert (statement.state, statement.home) == ("open", page.translation_key)
    assert (version.locale, version.number) == ("en", 1)
    assert "Keep them together." in version.fields.pop("statement")
    assert version.fields == {
        "title": "Families",
        "consent_text": "River Neighbors may write to us.",
        "thank_you": "Thank you.",
        "page_url": "/en/coalition/families/",
    }


def test_the_same_words_make_no_new_version_and_others_make_the_next(editor: Client) -> None:
    statement = Statement.objects.create(name="Families")
    page = autosaved_draft()
    press_publish(editor, page, form(statement))
    press_publish(editor, page, form(statement))
    assert statement.versions.count() == 1

    press_publish(editor, page, form(statement, "<p>Keep them all together.</p>"))

    assert [version.number for version in statement.versions.all()] == [2, 1]


def test_a_new_statement_page_begins_with_the_form_and_the_list(editor: Client) -> None:
    parent = add_statement_page().get_parent()

    answer = editor.get(f"/admin/pages/add/coalition/statementpage/{parent.pk}/")

    assert answer.status_code == 200
    assert [block.block_type for block in StatementPage().body] == ["join", "endorser_list"]


def test_a_draft_publishes_nothing(editor: Client) -> None:
    statement = Statement.objects.create(name="Families")
    page = autosaved_draft()

    editor.post(f"/admin/pages/{page.pk}/edit/", form(statement))

    statement.refresh_from_db()
    assert (statement.state, statement.versions.count()) == ("draft", 0)


def test_a_preview_shows_the_draft(editor: Client) -> None:
    page = autosaved_draft()
    address = f"/admin/pages/{page.pk}/edit/preview/"
    assert editor.post(address, form(None, "<p>A first thought.</p>")).json()["is_valid"]

    preview = editor.get(address, {"mode": ""})

    assert preview.status_code == 200
    assert "A first thought." in preview.content.decode()


def test_a_statement_that_lives_elsewhere_is_refused_beside_its_field(editor: Client) -> None:
    taken = StatementFactory()
    publish(add_statement_page(taken, slug="first"))
    page = autosaved_draft()

    said = press_publish(editor, page, form(taken))

    assert "This statement already lives on another page." in said
    assert not is_live(page)


@pytest.mark.parametrize("unpublished", [False, True])
def test_a_page_keeps_the_statement_it_has_published(editor: Client, unpublished: bool) -> None:
    first, second = Statement.objects.create(name="First"), Statement.objects.create(name="Second")
    page = autosaved_draft()
    press_publish(editor, page, form(first, "<p>The first words.</p>"))
    if unpublished:
        StatementPage.objects.get(pk=page.pk).unpublish()

    said = press_publish(editor, page, form(second, "<p>Other words.</p>"))

    second.refresh_from_db()
    assert "This page has published another statement" in said
    assert (second.home, second.versions.count()) == (None, 0)
    assert StatementPage.objects.get(pk=page.pk).statement == first


def test_a_draft_may_change_its_statement_until_one_is_published(editor: Client) -> None:
    first, second = Statement.objects.create(name="First"), Statement.objects.create(name="Second")
    page = autosaved_draft()
    editor.post(f"/admin/pages/{page.pk}/edit/", form(first))

    press_publish(editor, page, form(second))

    assert StatementPage.objects.get(pk=page.pk).statement == second


def test_two_drafts_may_choose_one_statement_but_the_first_published_keeps_it() -> None:
    statement = Statement.objects.create(name="Families")
    first = add_statement_page(statement, slug="first")
    second = add_statement_page(statement, slug="second")
    publish(first)

    with pytest.raises(ValidationError) as refusal:
        publish(second)

    statement.refresh_from_db()
    assert refusal.value.message_dict == {
        "statement": ["This statement already lives on another page."]
    }
    assert statement.home == first.translation_key


def test_a_statement_taken_since_the_form_was_checked_is_answered(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement = Statement.objects.create(name="Families")
    late = add_statement_page(statement, slug="late")
    late.save_revision()
    publish(add_statement_page(statement, slug="quick"))
    monkeypatch.setattr(StatementPage, "clean", lambda self: None)

    said = press_publish(editor, late, form(statement) | {"slug": "late"})

    assert "This statement already lives on another page." in said
    assert not is_live(late)


def test_consent_is_put_into_words_where_an_organization_asks_for_it(editor: Client) -> None:
    page = autosaved_draft()
    silent = {"consent_text": ""}

    said = press_publish(editor, page, form(StatementFactory()) | silent)
    assert "say who will, and about what." in said
    assert not is_live(page)

    press_publish(editor, page, form(StatementFactory(organisation=None)) | silent)
    assert is_live(page)


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({"statement": None}, "Choose a statement, or create one."),
        ({"words": "<p data-block-key='x1'> </p>"}, "Write the words that people stand behind."),
        ({"consent_text": ""}, "say who will, and about what."),
    ],
)
def test_an_unfinished_draft_is_answered_in_a_list_of_pages_too(
    admin: Client, missing: dict[str, Any], said: str
) -> None:
    page = add_statement_page(StatementFactory())
    for name, value in missing.items():
        setattr(page, name, value)
    page.save_revision(clean=False)

    answer = admin.post(
        f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/", follow=True
    )

    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert not is_live(page)


def test_drafts_below_are_held_back_with_their_coalition(admin: Client) -> None:
    page = add_statement_page(StatementFactory(), consent_text="")
    page.save_revision()

    answer = admin.post(
        f"/admin/bulk/wagtailcore/page/publish/?id={page.get_parent().pk}&next=/admin/",
        {"include_descendants": "on"},
        follow=True,
    )

    assert "“Keep families together” was not published." in answer.content.decode()
    assert not is_live(page)


def test_words_that_a_killed_process_left_out_are_published_later() -> None:
    page = add_statement_page(live=True)
    assert page.statement.versions.count() == 0

    publish_missed_words()
    publish_missed_words()

    assert page.statement.versions.get().title == "Keep families together"
    assert ("coalition.publishing.publish_missed_words", 600) in settings.PERIODIC_JOBS


def test_a_page_that_cannot_publish_does_not_keep_others_waiting(
    caplog: pytest.LogCaptureFixture,
) -> None:
    taken = StatementFactory()
    publish(add_statement_page(taken, slug="first"))
    thief = add_statement_page(slug="thief", live=True)
    StatementPage.objects.filter(pk=thief.pk).update(statement=taken)
    honest = add_statement_page(slug="honest", live=True)

    publish_missed_words()

    assert honest.statement.versions.count() == 1
    assert [r.getMessage() for r in caplog.records] == [
        f"The words of page {thief.pk} could not be published"
    ]


def test_a_scheduled_page_that_is_refused_stays_a_draft_and_lets_others_pass() -> None:
    unfinished = scheduled(add_statement_page(StatementFactory(), slug="unfinished"))
    Revision.objects.filter(pk=unfinished.latest_revision_id).update(
        content={**unfinished.latest_revision.content, "consent_text": ""}
    )
    complete = scheduled(add_statement_page(StatementFactory(), slug="complete"))

    publish_scheduled()

    assert (is_live(unfinished), is_live(complete)) == (False, True)
    assert complete.statement.versions.count() == 1


def scheduled(page: StatementPage) -> StatementPage:
    """A draft that was to go live a minute ago."""
    schedule(page)
    return StatementPage.objects.get(pk=page.pk)
