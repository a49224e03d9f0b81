"""Mail arrives in the reader's language, says nothing untrue and leaks no address."""

import traceback
from smtplib import SMTPRecipientsRefused
from typing import NoReturn

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from pytest_django import Settings

from alerts.supporters.mail import MailNotSent, send_in_language

ADDRESS = "ana@example.org"
CONTEXT: dict[str, object] = {
    "title": "Open the river path",
    "url": "https://act.example.org/es/act/confirm/token/",
    "days": 7,
    "organisations": [],
}


class RefusingBackend(BaseEmailBackend):
    def send_messages(self, email_messages: object) -> NoReturn:
        raise SMTPRecipientsRefused({ADDRESS: (550, ADDRESS.encode())})


def send(to: str = "Ana.Ruiz@Example.org", locale: str = "en", **words: object) -> None:
    send_in_language(
        template="confirm_signature", to=to, locale=locale, context={**CONTEXT, **words}
    )


def test_the_address_stands_as_it_was_typed() -> None:
    send(to="Ana.Ruiz@Example.org")
    assert mail.outbox[0].to == ["Ana.Ruiz@Example.org"]


@pytest.mark.parametrize(("locale", "direction"), [("en", "ltr"), ("es", "ltr"), ("ar", "rtl")])
def test_the_html_says_its_language_and_direction(locale: str, direction: str) -> None:
    send(locale=locale)
    html = str(mail.outbox[0].alternatives[0][0])
    assert f'<html lang="{locale}" dir="{direction}">' in html
    assert mail.outbox[0].extra_headers["Content-Language"] == locale


def test_a_title_with_line_breaks_cannot_add_headers() -> None:
    send(title="Open\r\nBcc: everybody@example.org\n the path")
    message = mail.outbox[0].message()
    assert message["Bcc"] is None
    assert "Bcc: everybody@example.org the path" in mail.outbox[0].subject


def test_text_keeps_quotes_and_html_escapes_them() -> None:
    send(title="Parks & <rivers>")
    message = mail.outbox[0]
    assert "Parks & <rivers>" in message.subject
    assert "Parks & <rivers>" in str(message.body)
    assert "Parks &amp; &lt;rivers&gt;" in str(message.alternatives[0][0])


def test_the_html_asks_nothing_of_other_servers() -> None:
    send()
    html = str(mail.outbox[0].alternatives[0][0])
    assert "src=" not in html
    assert "url(" not in html
    assert html.count("https://") == html.count("https://act.example.org/")


def test_one_day_is_not_called_days() -> None:
    send(days=1)
    assert "works for 1 day." in str(mail.outbox[0].body)


def test_a_given_message_id_is_kept() -> None:
    send_in_language(
        template="confirm_signature",
        to="ana@example.org",
        locale="en",
        context=CONTEXT,
        message_id="<one@act.example.org>",
    )
    assert mail.outbox[0].message()["Message-ID"] == "<one@act.example.org>"


def test_a_refusal_names_its_kind_and_nobodys_address(settings: Settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"
    with pytest.raises(MailNotSent, match="SMTPRecipientsRefused") as refusal:
        send(to=ADDRESS)
    assert ADDRESS not in "".join(traceback.format_exception(refusal.value))


def test_no_second_recipient_gets_in_through_the_address() -> None:
    with pytest.raises(MailNotSent) as refusal:
        send(to=f"{ADDRESS}\nBcc: all@example.org")
    assert ADDRESS not in str(refusal.value)
    assert mail.outbox == []
