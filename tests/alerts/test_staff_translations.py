"""A translation goes live only when what people sign or send is translated, or tells why not."""

from typing import Any

import pytest
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from alerts.models import AlertPage
from alerts.petitions.models import Petition
from tests.factories.alerts import (
    add_draft,
    alert_index,
    letter_block,
    petition_block,
    publish,
    translated,
)
from tests.factories.letters import LetterFactory

pytestmark = pytest.mark.django_db


def publish_from_list(admin: Client, page: AlertPage) -> Any:
    address = f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/"
    return admin.post(address, follow=True)


def clinic() -> tuple[Petition, AlertPage]:
    """A live English alert with a petition and a letter."""
    petition = Petition.objects.create(name="Clinic")
    page = add_draft(alert_index(), petition_block(petition), letter_block(LetterFactory()))
    publish(page)
    return petition, page


def press_publish(admin: Client, page: AlertPage) -> str:
    """What the translation editor says after its button was pressed."""
    response = admin.post(f"/admin/pages/{page.pk}/edit/", {"action": "publish"}, follow=True)
    assert response.status_code == 200
    return str(response.content.decode())


def is_live(page: AlertPage) -> bool:
    return bool(AlertPage.objects.get(pk=page.pk).live)


def sync(admin: Client, page: AlertPage) -> str:
    source = TranslationSource.objects.get(object_id=page.translation_key)
    response = admin.post(
        f"/admin/localize/update/{source.pk}/", {"publish_translations": "on"}, follow=True
    )
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.mark.django_db(transaction=True)
def test_a_complete_translation_is_published_by_the_button(admin: Client) -> None:
    petition, page = clinic()
    spanish = translated(page)

    press_publish(admin, spanish)

    assert is_live(spanish)
    assert petition.versions.get(locale="es").fields["title"] == "es: Keep the clinic open"


def test_what_is_left_to_translate_is_counted(admin: Client) -> None:
    petition, page = clinic()
    spanish = translated(page, leave_out="Thank you.")

    said = press_publish(admin, spanish)

    assert "2 texts of petitions or letters are not translated yet." in said
    assert not is_live(spanish)
    assert not petition.versions.filter(locale="es").exists()


def test_words_outside_of_actions_may_wait(admin: Client) -> None:
    _petition, page = clinic()
    spanish = translated(page, leave_out="The clinic")
    StringTranslation.objects.filter(translation_of__data="The clinic").delete()
    letter = TranslationSource.objects.get(object_id=page.translation_key).stringsegment_set
    for segment in letter.filter(string__data="The clinic", context__path__endswith="subject"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=spanish.locale,
            context=segment.context,
            data="La clínica",
        )

    assert "not translated yet" not in press_publish(admin, spanish)


def test_an_untranslated_page_goes_live_by_no_other_way(admin: Client) -> None:
    _petition, page = clinic()
    spanish = translated(page, leave_out="Thank you.")

    bulk = publish_from_list(admin, spanish)
    synced = sync(admin, page)

    for said in (bulk.content.decode(), synced):
        assert "2 texts of petitions or letters are not translated yet." in said
    assert not is_live(spanish)


@pytest.mark.django_db(transaction=True)
def test_new_words_of_the_source_do_not_replace_the_translation_unseen(admin: Client) -> None:
    petition, page = clinic()
    spanish = translated(page)
    press_publish(admin, spanish)
    page = AlertPage.objects.get(pk=page.pk)
    page.body[0].value["title"] = "Keep the clinic open on Sundays"
    publish(page)

    said = sync(admin, page)

    assert "1 text of a petition or letter is not translated yet." in said
    assert AlertPage.objects.get(pk=spanish.pk).body[0].value["title"].startswith("es: ")
    assert petition.versions.filter(locale="es").count() == 1


@pytest.mark.django_db(transaction=True)
def test_syncing_publishes_what_is_complete(admin: Client) -> None:
    _petition, page = clinic()
    spanish = translated(page)

    sync(admin, page)

    assert is_live(spanish)


def test_an_unknown_token_is_named_and_nothing_is_published(admin: Client) -> None:
    _petition, page = clinic()
    spanish = translated(page)
    StringTranslation.objects.filter(context__path__endswith=".body", locale=spanish.locale).update(
        data="Estimada {{nobody}}"
    )

    said = press_publish(admin, spanish)

    assert "{{nobody}}" in said
    assert not is_live(spanish)


def test_a_page_whose_translation_was_stopped_is_written_by_its_editors(admin: Client) -> None:
    petition, page = clinic()
    spanish = translated(page, leave_out="Thank you.")
    Translation.objects.filter(source__object_id=page.translation_key).update(enabled=False)

    publish_from_list(admin, spanish)

    assert is_live(spanish)
    assert petition.versions.filter(locale="es").exists()


def test_a_translation_can_be_edited_after_its_source_was_deleted(admin: Client) -> None:
    _petition, page = clinic()
    spanish = translated(page)
    AlertPage.objects.get(pk=page.pk).delete()

    publish(AlertPage.objects.get(pk=spanish.pk))

    assert is_live(spanish)


def test_an_action_taken_since_the_form_was_checked_is_answered(
    admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    petition = Petition.objects.create(name="Clinic")
    late = add_draft(alert_index(), petition_block(petition), slug="late")
    late.save_revision()
    publish(add_draft(alert_index(), petition_block(petition), slug="quick"))
    monkeypatch.setattr(AlertPage, "clean", lambda self: None)

    response = admin.post(f"/admin/pages/{late.pk}/edit/", form_of(late), follow=True)

    assert "This action already lives in another alert." in response.content.decode()
    assert not is_live(late)


def form_of(page: AlertPage) -> dict[str, Any]:
    value = page.body.raw_data[0]["value"]
    block = {name: str(text) for name, text in value.items()}
    block |= {"statement": rich_text(value["statement"]), "addressees": streamfield([])}
    body = streamfield([("petition", block)])
    comments = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}
    data = {"title": page.title, "slug": page.slug, "body": body, "comments": comments}
    return {**nested_form_data(data), "action-publish": "1"}
