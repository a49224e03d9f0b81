"""A mail that a language lacks words of goes out in the first language, and says so."""

import logging
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import polib
import pytest
from django.core import mail
from django.test import Client

from alerts.supporters.mail import send_in_language
from locales import mails
from locales.catalogues.places import ROOT, catalogue

pytestmark = pytest.mark.django_db
SAYS_SO = "This mail is not translated into your language (Español) yet."
CONTEXT: dict[str, object] = {
    "title": "River",
    "url": "https://act.example.org/x/",
    "days": 7,
    "organisations": [],
}


@pytest.fixture
def spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A catalogue of Spanish that a test may take words from."""
    copytree(ROOT / "locales", tmp_path / "locales")
    monkeypatch.setattr(mails, "catalogue", lambda code: catalogue(code, tmp_path))
    mails.untranslated.cache_clear()
    yield catalogue("es", tmp_path)
    mails.untranslated.cache_clear()


def forget(path: Path, place: str) -> None:
    """Leave the first word that stands only below ``place`` without a translation."""
    po = polib.pofile(str(path))
    found = next(
        entry
        for entry in po
        if all(name.startswith(f"templates/{place}") for name, _line in entry.occurrences)
    )
    found.msgstr, found.msgstr_plural = "", dict.fromkeys(found.msgstr_plural, "")
    po.save()


def send(locale: str = "es", template: str = "confirm_signature") -> mail.EmailMultiAlternatives:
    send_in_language(template=template, to="a@example.org", locale=locale, context=CONTEXT)
    message = mail.outbox[-1]
    assert isinstance(message, mail.EmailMultiAlternatives)
    return message


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_what_is_translated_says_nothing_of_it(locale: str) -> None:
    message = send(locale)
    assert message.extra_headers["Content-Language"] == locale
    assert "(Español)" not in str(message.body)


@pytest.mark.parametrize("place", ["emails/confirm_signature/", "emails/leave."])
def test_one_missing_word_sends_the_whole_mail_in_english_and_marks_it(
    spanish: Path, place: str, caplog: pytest.LogCaptureFixture
) -> None:
    forget(spanish, place)
    with caplog.at_level(logging.WARNING):
        message = send()
    html = str(message.alternatives[0][0])
    assert str(message.body).startswith(SAYS_SO)
    assert SAYS_SO in html
    assert '<html lang="en" dir="ltr">' in html
    assert message.extra_headers["Content-Language"] == "en"
    assert "confirm_signature is not translated into es" in caplog.text
    assert "example.org" not in caplog.text


def test_other_mails_keep_their_language(spanish: Path) -> None:
    forget(spanish, "emails/repeated_signature/")
    assert send().extra_headers["Content-Language"] == "es"


def test_a_language_that_is_gone_gets_the_first_one(spanish: Path) -> None:
    spanish.unlink()
    assert SAYS_SO in str(send().body)
    assert "(tlh)" in str(send("tlh").body)


def test_staff_are_told_which_languages_lack_mails(spanish: Path, admin: Client) -> None:
    home = "/admin/"
    assert "first language instead" not in admin.get(home).content.decode()
    forget(spanish, "emails/confirm_signature/")
    mails.untranslated.cache_clear()
    shown = admin.get(home).content.decode()
    assert "Español" in shown
    assert "first language instead" in shown
