"""Words are kept as a draft, mailed to staff first, and stay once they are sent."""

from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from alerts.petitions import news
from alerts.petitions.models import Petition, Update
from alerts.petitions.news import Words
from alerts.petitions.news.tasks import mail_test
from alerts.supporters.hashing import email_hash
from alerts.supporters.mail import MailNotSent
from alerts.supporters.silence import keep_silent
from tests.factories.news import UpdateFactory, reader, staff
from tests.factories.petitions import PetitionFactory, PublishedPetitionFactory
from tests.support.pages import HERE
from tests.support.queue import work

pytestmark = pytest.mark.django_db
ENGLISH = {"en": Words("The council met", "It votes in June.")}


@pytest.fixture
def petition() -> Petition:
    found: Petition = PublishedPetitionFactory().petition
    return found


def write(petition: Petition) -> Update:
    return news.save_update(petition=petition, words=ENGLISH, by=staff())


def test_it_cannot_be_sent_before_its_words_were_tested(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    update = write(petition)
    with pytest.raises(news.NotTested):
        news.start(update=update)

    news.ask_for_test(update=update, to=update.by)
    work()
    news.start(update=update)

    assert [message.to for message in mail.outbox] == [["stefan@coalition.example"]]


def test_changed_words_are_tested_anew_and_unchanged_ones_are_not(petition: Petition) -> None:
    update = write(petition)
    news.ask_for_test(update=update, to=update.by)
    work()

    same = news.save_update(petition=petition, words=ENGLISH, by=update.by, update=update)
    assert same.tested_at is not None

    changed = {"en": Words("The council met", "It votes in July.")}
    again = news.save_update(petition=petition, words=changed, by=update.by, update=update)
    assert again.tested_at is None
    assert Update.objects.get().main_text.body == "It votes in July."


def test_the_test_comes_in_every_language_it_is_written_in_and_says_that_it_is_one() -> None:
    update = UpdateFactory(also=("es",))
    mail_test.call(update.pk, staff().pk)

    assert {message.to[0] for message in mail.outbox} == {"stefan@coalition.example"}
    assert {message.extra_headers["Content-Language"] for message in mail.outbox} == {"en", "es"}
    english = next(m for m in mail.outbox if m.extra_headers["Content-Language"] == "en")
    assert english.subject == "Test: The council met"
    assert "only you get it" in str(english.body)


def test_the_tests_link_works_and_changes_nothing(client: Client, petition: Petition) -> None:
    signature = reader(petition, "stefan@coalition.example")
    mail_test.call(write(petition).pk, petition.updates.get().by_id)

    link = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    answer = client.post(urlsplit(link).path, headers=HERE)

    signature.refresh_from_db()
    assert answer.status_code == 200
    assert signature.wants_news


def test_a_test_of_a_petition_that_was_never_published_goes_all_the_same() -> None:
    mail_test.call(UpdateFactory(petition=PetitionFactory(name="Plan B")).pk, staff().pk)
    assert "Plan B" in str(mail.outbox[0].body)


def test_a_test_that_was_not_sent_does_not_count(petition: Petition, settings: Settings) -> None:
    update = write(petition)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    with pytest.raises(MailNotSent):
        mail_test.call(update.pk, update.by_id)
    update.refresh_from_db()
    assert update.tested_at is None


def test_who_has_no_address_is_told(petition: Petition) -> None:
    update = write(petition)
    with pytest.raises(news.NoAddress):
        news.ask_for_test(update=update, to=staff(username="nora", email=""))


def test_a_test_of_what_is_gone_is_no_error(petition: Petition) -> None:
    update = write(petition)
    mail_test.call(update.pk, 10**6)
    mail_test.call(10**6, update.by_id)
    assert mail.outbox == []


def test_what_was_sent_stays_as_it_was(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    update = UpdateFactory(petition=petition)
    news.start(update=update)

    with pytest.raises(news.AlreadyBegun):
        news.save_update(petition=petition, words=ENGLISH, by=None, update=update)
    assert update.main_text.body.startswith("The council met on Monday.")


def test_a_test_is_not_asked_for_by_an_address_that_takes_no_mail(petition: Petition) -> None:
    update = write(petition)
    keep_silent(email_hash=email_hash("stefan@coalition.example"))

    with pytest.raises(news.NoMailWanted):
        news.ask_for_test(update=update, to=update.by)
    work()

    assert mail.outbox == []


def test_words_that_were_mailed_to_nobody_are_not_tested(petition: Petition) -> None:
    update = write(petition)
    news.ask_for_test(update=update, to=update.by)
    keep_silent(email_hash=email_hash("stefan@coalition.example"), about=petition.uuid)
    work()

    update.refresh_from_db()
    assert mail.outbox == []
    assert update.tested_at is None


def test_an_update_without_words_is_not_tested(petition: Petition) -> None:
    update = write(petition)
    update.texts.all().delete()
    mail_test.call(update.pk, update.by_id)

    update.refresh_from_db()
    assert update.tested_at is None
