"""Staff write an update, have it mailed to themselves, and send it to who asked."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core import mail
from django.test import Client
from wagtail.models import ModelLogEntry

from alerts.petitions.models import Petition, Update
from alerts.supporters.hashing import email_hash
from alerts.supporters.silence import keep_silent
from tests.factories.news import UpdateFactory, reader
from tests.factories.petitions import PetitionFactory, PublishedPetitionFactory
from tests.support.queue import work

pytestmark = pytest.mark.django_db
WRITTEN = {"subject_en": "The council met", "body_en": "It votes in June."}


@pytest.fixture
def petition() -> Petition:
    found: Petition = PublishedPetitionFactory().petition
    return found


@pytest.fixture
def writer(editor: Client) -> Client:
    """An editor whose account has an address."""
    User.objects.filter(username="editor").update(email="editor@coalition.example")
    return editor


def news_of(petition: Petition) -> str:
    return f"/admin/petitions/{petition.pk}/news/"


def page_of(update: Update) -> str:
    return f"{news_of(update.petition)}{update.pk}/"


def text_of(response: Any) -> str:
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def press(client: Client, update: Update, verb: str) -> str:
    return text_of(client.post(page_of(update), {"verb": verb}, follow=True))


def test_the_petition_leads_to_its_news(editor: Client, petition: Petition) -> None:
    edit = editor.get(f"/admin/snippets/petitions/petition/edit/{petition.pk}/")
    assert news_of(petition) in text_of(edit)
    page = text_of(editor.get(news_of(petition)))
    assert "No update was written yet." in page
    assert f"{news_of(petition)}add/" in page


def test_an_update_is_written_tested_and_sent(writer: Client, petition: Petition) -> None:
    reader(petition, "ana@example.org")

    page = text_of(writer.post(f"{news_of(petition)}add/", WRITTEN, follow=True))
    assert "Nothing was sent yet." in page
    assert "1 signer would get this" in page
    assert 'value="send"' not in page
    update = Update.objects.get()

    assert "being mailed to editor@coalition.example" in press(writer, update, "test")
    work()
    assert "Send it to 1 signer" in text_of(writer.get(page_of(update)))
    assert "is being sent" in press(writer, update, "send")
    work()

    assert [message.to[0] for message in mail.outbox] == [
        "editor@coalition.example",
        "ana@example.org",
    ]
    assert "Handed to the mail service" in text_of(writer.get(page_of(update)))
    assert "The council met" in text_of(writer.get(news_of(petition)))


def test_who_sent_it_is_written_down(writer: Client, petition: Petition) -> None:
    reader(petition, "ana@example.org")
    update = UpdateFactory(petition=petition)
    press(writer, update, "send")

    entry = ModelLogEntry.objects.get(action="petitions.send_news")
    assert entry.user == User.objects.get(username="editor")
    assert entry.data == {"update": update.pk}


def test_staff_are_told_which_readers_get_another_language(
    writer: Client, petition: Petition
) -> None:
    reader(petition, "en@example.org")
    reader(petition, "ar@example.org", "ar")
    reader(petition, "es@example.org", "es")

    page = text_of(writer.get(page_of(UpdateFactory(petition=petition, also=("es",)))))

    assert "3 signers would get this" in page
    assert page.count("Not translated: they get the text in English") == 1
    assert "Arabic: 1 <strong>Not translated" in page


def test_staff_see_no_address_of_a_signer(writer: Client, petition: Petition) -> None:
    reader(petition, "ana@example.org", name="Ana Ruiz")
    update = UpdateFactory(petition=petition)
    for page in (press(writer, update, "send"), text_of(writer.get(news_of(petition)))):
        assert "ana@example.org" not in page
        assert "Ana Ruiz" not in page


def test_a_draft_is_edited_and_its_other_languages_too(writer: Client, petition: Petition) -> None:
    update = UpdateFactory(petition=petition, also=("ar",))
    form = text_of(writer.get(f"{page_of(update)}edit/"))
    assert "It votes in June." in form
    assert 'dir="rtl"' in form

    spanish = {"subject_es": "El consejo", "body_es": "Vota en junio."}
    writer.post(f"{page_of(update)}edit/", WRITTEN | spanish)

    assert set(update.texts.values_list("locale", flat=True)) == {"en", "es"}
    assert Update.objects.get().tested_at is None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"subject_en": "", "body_en": "It votes."}, "This field is required."),
        (WRITTEN | {"body_es": "Vota en junio."}, "Please fill in both, or leave both empty."),
        (WRITTEN | {"subject_es": "El consejo"}, "Please fill in both, or leave both empty."),
        (WRITTEN | {"subject_en": "x" * 151}, "at most 150 characters"),
        (WRITTEN | {"subject_en": "nul\x00"}, "Null characters are not allowed."),
    ],
)
def test_a_mistake_is_told_and_what_was_typed_stays(
    writer: Client, petition: Petition, typed: dict[str, str], told: str
) -> None:
    page = text_of(writer.post(f"{news_of(petition)}add/", typed))
    assert told in page
    assert "The update was not saved." in page
    assert not Update.objects.exists()
    for text in set(typed.values()) & {"It votes.", "Vota en junio.", "El consejo"}:
        assert text in page


@pytest.mark.parametrize(
    ("tested", "asked", "told"),
    [
        (False, True, "have the update mailed to yourself first"),
        (True, False, "Nobody who signed asked for news"),
    ],
)
def test_what_stands_in_the_way_is_said(
    writer: Client, petition: Petition, tested: bool, asked: bool, told: str
) -> None:
    reader(petition, "ana@example.org", wants_news=asked)
    update = UpdateFactory(petition=petition)
    if not tested:
        Update.objects.update(tested_at=None)
    assert told in press(writer, update, "send")


def test_a_second_update_on_the_same_day_is_refused_with_a_time(
    writer: Client, petition: Petition
) -> None:
    reader(petition, "ana@example.org")
    press(writer, UpdateFactory(petition=petition), "send")
    assert "Signers got an update just now." in press(
        writer, UpdateFactory(petition=petition), "send"
    )


def test_an_editor_without_an_address_is_told(editor: Client, petition: Petition) -> None:
    assert "has no email address" in press(editor, UpdateFactory(petition=petition), "test")


def test_an_editor_whose_address_takes_no_mail_is_told(writer: Client, petition: Petition) -> None:
    keep_silent(email_hash=email_hash("editor@coalition.example"))
    update = UpdateFactory(petition=petition)
    Update.objects.update(tested_at=None)

    assert "asked for no more mail from this site" in press(writer, update, "test")
    work()

    assert mail.outbox == []
    assert 'value="send"' not in text_of(writer.get(page_of(update)))


def test_an_update_in_another_language_than_the_main_one_is_listed_and_told(
    writer: Client, petition: Petition
) -> None:
    reader(petition, "en@example.org")
    update = UpdateFactory(petition=petition)
    update.texts.update(locale="es")

    assert "The council met" in text_of(writer.get(news_of(petition)))
    assert "they get the text in Spanish" in text_of(writer.get(page_of(update)))


def test_sending_is_stopped_and_resumed(writer: Client, petition: Petition) -> None:
    reader(petition, "ana@example.org")
    update = UpdateFactory(petition=petition)
    press(writer, update, "send")
    assert "Sending was stopped." in press(writer, update, "stop")
    work()
    assert mail.outbox == []
    assert "It was not being sent any more." in press(writer, update, "stop")
    assert "The rest is being sent." in press(writer, update, "go_on")
    work()
    assert len(mail.outbox) == 1
    assert "Sending was not stopped." in press(writer, update, "go_on")


def test_a_sent_update_is_not_edited_nor_sent_again(writer: Client, petition: Petition) -> None:
    reader(petition, "ana@example.org")
    update = UpdateFactory(petition=petition)
    press(writer, update, "send")
    assert "on its way already" in press(writer, update, "send")
    for answer in (
        writer.get(f"{page_of(update)}edit/", follow=True),
        writer.post(f"{page_of(update)}edit/", WRITTEN, follow=True),
    ):
        assert "can no longer be changed" in text_of(answer)
    assert "Monday" in Update.objects.get().main_text.body


def test_an_unknown_verb_or_update_does_nothing(writer: Client, petition: Petition) -> None:
    update = UpdateFactory(petition=petition)
    press(writer, update, "destroy")
    other = PetitionFactory()
    for address in (f"{news_of(other)}{update.pk}/", f"{news_of(petition)}999999/"):
        assert writer.get(address, follow=True).status_code == 404
    assert Update.objects.get().is_draft


@pytest.mark.parametrize("rights", [[], ["view_petition"]])
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_change_petitions_learns_nothing(
    client: Client, petition: Petition, rights: list[str], method: str
) -> None:
    update = UpdateFactory(petition=petition)
    user = User.objects.create_user("viewer")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *rights]))
    client.force_login(user)
    for address in (news_of(petition), page_of(update), f"{page_of(update)}edit/"):
        answer = getattr(client, method)(address, {"verb": "test"})
        assert answer.status_code in {302, 403}
        assert b"council" not in answer.content
    missing = getattr(client, method)("/admin/petitions/999999/news/")
    assert missing.status_code == answer.status_code


def test_the_list_costs_the_same_for_one_update_and_for_many(
    writer: Client, petition: Petition, django_assert_max_num_queries: Any
) -> None:
    UpdateFactory(petition=petition)
    writer.get(news_of(petition))
    with django_assert_max_num_queries(30):
        writer.get(news_of(petition))
    UpdateFactory.create_batch(10, petition=petition)
    with django_assert_max_num_queries(30):
        writer.get(news_of(petition))
