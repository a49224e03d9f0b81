"""An update reads as it was written, in the language of its reader, and says how to leave."""

from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives

from alerts.petitions import news
from alerts.petitions.models import Petition
from tests.factories.news import SUBJECT, UpdateFactory, reader
from tests.factories.petitions import PetitionFactory
from tests.support.news import send_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def petition() -> Petition:
    return PetitionFactory(
        organisation__name="River Neighbours", organisation__postal_address="1 River Road\nToledo"
    )


def newest() -> EmailMultiAlternatives:
    found = mail.outbox[-1]
    assert isinstance(found, EmailMultiAlternatives)
    return found


def html(message: EmailMultiAlternatives) -> str:
    return " ".join(str(message.alternatives[0][0]).split())


def test_each_reader_gets_it_in_their_language(petition: Petition) -> None:
    for locale in ("en", "es", "ar"):
        reader(petition, f"{locale}@example.org", locale)

    send_all(UpdateFactory(petition=petition, also=("es", "ar")))

    mails = {message.to[0]: message for message in mail.outbox}
    assert mails["en@example.org"].subject == SUBJECT
    assert mails["es@example.org"].subject == f"es: {SUBJECT}"
    arabic = mails["ar@example.org"]
    assert isinstance(arabic, EmailMultiAlternatives)
    assert arabic.extra_headers["Content-Language"] == "ar"
    assert '<html lang="ar" dir="rtl">' in html(arabic)
    assert "not been translated" not in str(mails["es@example.org"].body)


def test_a_missing_translation_falls_back_to_the_main_language_and_says_so(
    petition: Petition,
) -> None:
    reader(petition, "ar@example.org", "ar")
    update = UpdateFactory(petition=petition, also=("es",))

    assert news.readers_of(update) == [news.Readers("ar", 1, "en")]
    send_all(update)

    message = newest()
    assert message.subject == SUBJECT
    assert "English" in str(message.body)
    assert '<html lang="ar" dir="rtl">' in html(message)
    assert '<div lang="en" dir="ltr">' in html(message)


def test_the_mail_can_be_unsubscribed_from_by_one_click(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    send_all(UpdateFactory(petition=petition))

    message = newest()
    link = message.extra_headers["List-Unsubscribe"]
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert link.startswith("<http")
    assert link.strip("<>") in str(message.body)
    assert link.strip("<>") in html(message)
    assert urlsplit(link.strip("<>")).path.startswith("/en/act/unsubscribe/")


def test_the_mail_says_who_writes_and_why_and_how_to_leave(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    send_all(UpdateFactory(petition=petition))

    message = newest()
    for text in (str(message.body), html(message)):
        assert "because you signed “Open the river path”" in text
        assert "River Neighbours" in text
        assert "1 River Road" in text
        assert "/en/act/leave/" in text


def test_the_mail_holds_nothing_the_signer_typed(petition: Petition) -> None:
    reader(petition, "ana@example.org", name="Buy-Pills Now", zip="60614")
    send_all(UpdateFactory(petition=petition))

    message = newest()
    everything = f"{message.subject}{message.body}{html(message)}{message.extra_headers}"
    for typed in ("Buy-Pills", "ana@example.org", "60614"):
        assert typed not in everything


def test_what_staff_wrote_is_text_and_its_addresses_are_links(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    update = UpdateFactory(petition=petition)
    update.texts.update(
        subject="We\r\nwon <b>", body="<script>1</script>\n\nSee https://river.example.org/vote"
    )
    send_all(update)

    message = newest()
    assert message.subject == "We won <b>"
    assert "<script>" not in html(message)
    assert '<a href="https://river.example.org/vote" rel="nofollow">' in html(message)
    assert "<script>1</script>\n\nSee https://river.example.org/vote" in str(message.body)
