"""A statement is translated with its page, and goes live only when its words are."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from coalition.models import StatementPage
from tests.factories.alerts import publish, translated
from tests.factories.coalition import StatementFactory, add_statement_page, coalition_page

pytestmark = pytest.mark.django_db


def families() -> StatementPage:
    """A live English statement; the coalition it stands below is there in Spanish too."""
    page = add_statement_page(StatementFactory(), summary="In short: together.")
    coalition_page("es")
    publish(page)
    return page


def press_publish(admin: Client, page: StatementPage) -> str:
    response = admin.post(f"/admin/pages/{page.pk}/edit/", {"action": "publish"}, follow=True)
    assert response.status_code == 200
    return str(response.content.decode())


def publish_from_list(admin: Client, page: StatementPage) -> str:
    address = f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/"
    return str(admin.post(address, follow=True).content.decode())


def sync(admin: Client, page: StatementPage) -> str:
    source = TranslationSource.objects.get(object_id=page.translation_key)
    response = admin.post(
        f"/admin/localize/update/{source.pk}/", {"publish_translations": "on"}, follow=True
    )
    assert response.status_code == 200
    return str(response.content.decode())


def is_live(page: Any) -> bool:
    return bool(StatementPage.objects.get(pk=page.pk).live)


@pytest.mark.django_db(transaction=True)
def test_a_complete_translation_shares_the_statement_and_publishes_its_own_words(
    admin: Client,
) -> None:
    page = families()
    spanish = translated(page)

    press_publish(admin, spanish)

    version = page.statement.versions.get(locale="es")
    assert is_live(spanish)
    assert version.title == "es: Keep families together"
    assert "es: We ask Congress" in version.fields["statement"]
    assert version.fields["page_url"] == "/es/coalition/families/"


def test_an_untranslated_page_goes_live_by_no_way(admin: Client) -> None:
    page = families()
    spanish = translated(page, leave_out="e")

    for said in (
        press_publish(admin, spanish),
        publish_from_list(admin, spanish),
        sync(admin, page),
    ):
        assert "4 texts of the statement are not translated yet." in said
    assert not is_live(spanish)
    assert not page.statement.versions.filter(locale="es").exists()


def test_words_beside_the_statement_may_wait(admin: Client) -> None:
    page = families()
    spanish = translated(page, leave_out="In short")

    assert "not translated yet" not in press_publish(admin, spanish)


@pytest.mark.django_db(transaction=True)
def test_new_words_of_the_source_do_not_replace_the_translation_unseen(admin: Client) -> None:
    page = families()
    spanish = translated(page)
    press_publish(admin, spanish)
    page = StatementPage.objects.get(pk=page.pk)
    page.words = "<p>We ask Congress to keep all families together.</p>"
    publish(page)

    said = sync(admin, page)

    assert "1 text of the statement is not translated yet." in said
    assert page.statement.versions.filter(locale="es").count() == 1


@pytest.mark.django_db(transaction=True)
def test_syncing_publishes_what_is_complete(admin: Client) -> None:
    page = families()
    spanish = translated(page)

    sync(admin, page)

    assert is_live(spanish)


def test_a_translator_cannot_point_to_another_statement() -> None:
    page = families()
    spanish = translated(page)
    source = TranslationSource.objects.get(object_id=page.translation_key)
    spanish.statement = StatementFactory()

    with pytest.raises(ValidationError) as refusal:
        publish(spanish)

    assert "A translation keeps the statement of its source." in str(refusal.value)
    assert not source.overridablesegment_set.filter(context__path="statement").exists()
    assert not source.relatedobjectsegment_set.exists()


def test_a_page_whose_translation_was_stopped_is_written_by_its_editors(admin: Client) -> None:
    page = families()
    spanish = translated(page, leave_out="Congress")
    Translation.objects.filter(source__object_id=page.translation_key).update(enabled=False)

    publish_from_list(admin, spanish)

    assert is_live(spanish)
    assert page.statement.versions.filter(locale="es").exists()


def test_every_text_of_the_statement_is_offered_to_translators() -> None:
    page = families()
    translated(page)

    paths = StringTranslation.objects.values_list("context__path", flat=True)

    assert {"title", "words", "consent_text", "thank_you"} <= set(paths)
