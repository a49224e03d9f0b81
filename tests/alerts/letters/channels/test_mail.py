"""Server mail, read as the office's mail system reads it."""

from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import parseaddr
from smtplib import SMTPAuthenticationError
from ssl import SSLCertVerificationError
from typing import Any

import pytest
from anymail.exceptions import AnymailAPIError, AnymailRecipientsRefused
from pytest_django import Settings

from alerts.letters.channels import PermanentFailure, TemporaryFailure
from alerts.letters.channels.base import DeliveryFailure
from alerts.letters.channels.mail import ServerMail, failure
from tests.factories.letters import DeliveryFactory
from tests.support.mail_server import MailServer

pytestmark = pytest.mark.django_db

ARABIC = "أنا رويز"


def deliver(*, locale: str = "en", email: str = "ana@example.org", **typed: str) -> None:
    """Send a message in which something else was typed."""
    ServerMail().deliver(
        DeliveryFactory(
            message__version__locale=locale,
            message__email=email,
            message__typed=typed,
            official__name="Rosa Vega",
            official__email="rosa@house.example.gov",
        )
    )


def test_the_office_can_trust_the_sender_and_answers_the_constituent(
    mail_server: MailServer, settings: Settings
) -> None:
    deliver(name="Ana Ruiz")
    envelope, mail = mail_server.envelopes[0], mail_server.mails[0]
    ours = "altavoz@example.org"
    assert envelope.mail_from == mail["From"].addresses[0].addr_spec == ours
    assert mail["From"].addresses[0].display_name == f"Ana Ruiz via {settings.SITE_NAME}"
    assert str(mail["Reply-To"]) == "Ana Ruiz <ana@example.org>"
    assert envelope.rcpt_tos == ["rosa@house.example.gov"]
    assert "ana@example.org" not in str(mail["From"])


def test_the_body_is_plain_text_as_written_with_one_line_about_the_site(
    mail_server: MailServer, settings: Settings
) -> None:
    body = (
        "Dear {{recipient_name}},\n\n  <b>indented</b> & [mine]\n.\nFrom Ana\n\n{{constituent_zip}}"
    )
    deliver(body=body)
    mail = mail_server.mails[0]
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content().replace("\r\n", "\n") == (
        "Dear Rosa Vega,\n\n  <b>indented</b> & [mine]\n.\nFrom Ana\n\n60614\n\n-- \n"
        f"Ana Ruiz wrote this letter through {settings.SITE_NAME} ({settings.BASE_URL}). "
        "An answer to this mail goes to Ana Ruiz.\n"
    )


def test_the_id_is_the_deliverys_own_and_the_language_is_said(mail_server: MailServer) -> None:
    delivery = DeliveryFactory(message__version__locale="es")
    ServerMail().deliver(delivery)
    mail = mail_server.mails[0]
    assert mail["Message-ID"] == delivery.mail_id
    assert mail["Content-Language"] == "es"


def decoded(mail_server: MailServer, header: str) -> str:
    """The display name in ``header``, put together from all its encoded words."""
    raw = message_from_bytes(mail_server.contents[0])[header]
    return str(make_header(decode_header(parseaddr(raw)[0])))


@pytest.mark.parametrize(
    "name",
    [
        ARABIC,
        ARABIC * 20,
        "Nguyễn Thị Minh Khai",
        'Ana "la, voz" <Ruiz>; (hija)',
        "نیلوفر\u200cنیا",
        "Ana\\",
        "=?utf-8?q?Ana?=",
        "x" * 200,
    ],
)
def test_names_in_any_writing_arrive_whole(mail_server: MailServer, name: str) -> None:
    deliver(name=name)
    mail = mail_server.mails[0]
    assert [one.addr_spec for one in mail["Reply-To"].addresses] == ["ana@example.org"]
    assert [one.addr_spec for one in mail["From"].addresses] == ["altavoz@example.org"]
    if not name.startswith("=?"):
        assert decoded(mail_server, "Reply-To") == name
        assert decoded(mail_server, "From") == f"{name} via Altavoz"
    assert name in mail.get_content()


def test_a_long_arabic_subject_arrives_whole(mail_server: MailServer) -> None:
    subject = " ".join([ARABIC] * 20)
    deliver(subject=subject)
    assert str(mail_server.mails[0]["Subject"]).strip() == subject


@pytest.mark.parametrize("override", ["\u202e", "\u2067"])
def test_a_header_reads_in_the_order_it_was_written(mail_server: MailServer, override: str) -> None:
    deliver(name=f"Ana{override}ziuR", subject=f"gpj{override}river")
    headers = mail_server.mails[0].items()
    assert not any(override in str(value) for _name, value in headers)


INJECTION = "Ana\r\nBcc: everybody@example.org\r\n\r\nBody"


@pytest.mark.parametrize("field", ["name", "subject", "city", "zip", "body"])
@pytest.mark.parametrize("breaks", ["\r\n", "\n", "\r", "\x0b", "\x85", "\u2028", "\x00"])
def test_nothing_typed_can_add_a_header_or_a_recipient(
    mail_server: MailServer, field: str, breaks: str
) -> None:
    typed = {"subject": "{{constituent_name}} {{constituent_city}} {{constituent_zip}}"}
    deliver(**{**typed, field: INJECTION.replace("\r\n", breaks)})
    envelope, mail = mail_server.envelopes[0], mail_server.mails[0]
    assert mail["Bcc"] is None
    assert envelope.rcpt_tos == ["rosa@house.example.gov"]
    assert set(mail.keys()) == {
        "Content-Type",
        "MIME-Version",
        "Content-Transfer-Encoding",
        "Subject",
        "From",
        "To",
        "Reply-To",
        "Date",
        "Message-ID",
        "Content-Language",
    }


@pytest.mark.parametrize(
    "email",
    [
        "ana@example.org\r\nBcc: everybody@example.org",
        "ana@example.org\nBcc: x@example.org",
        "\r\nana@example.org",
    ],
)
def test_an_address_that_breaks_its_line_is_refused_for_good(
    mail_server: MailServer, email: str
) -> None:
    with pytest.raises(PermanentFailure) as refused:
        deliver(email=email)
    assert mail_server.envelopes == []
    assert "ana" not in str(refused.value)


@pytest.mark.parametrize("email", ["ana@example.org, b@example.org", "ana@münchen.example"])
def test_an_odd_address_never_becomes_another_header_or_sender(
    mail_server: MailServer, email: str
) -> None:
    deliver(email=email)
    mail = mail_server.mails[0]
    assert mail_server.envelopes[0].rcpt_tos == ["rosa@house.example.gov"]
    assert [one.addr_spec for one in mail["From"].addresses] == ["altavoz@example.org"]


@pytest.mark.parametrize(
    ("at", "answer", "kind"),
    [
        ("at_recipient", "450 4.2.1 mailbox busy", TemporaryFailure),
        ("at_recipient", "550 5.1.1 no such office", PermanentFailure),
        ("at_data", "451 4.7.1 greylisted", TemporaryFailure),
        ("at_data", "552 5.3.4 too big", PermanentFailure),
    ],
)
def test_a_refusal_is_temporary_or_for_good_as_the_office_says(
    mail_server: MailServer, at: str, answer: str, kind: type[DeliveryFailure]
) -> None:
    setattr(mail_server, at, answer)
    with pytest.raises(kind, match=answer):
        deliver()


def test_what_an_office_answers_is_kept_without_people(mail_server: MailServer) -> None:
    mail_server.at_data = "554 5.7.1 Ana Ruiz <ana@example.org> of 60614 Chicago is refused"
    with pytest.raises(PermanentFailure) as refused:
        deliver()
    assert str(refused.value) == "SMTPDataError 554 5.7.1 […] <[…]> of […] […] is refused"


@pytest.mark.usefixtures("no_mail_server")
def test_a_mail_server_that_is_away_is_tried_again() -> None:
    with pytest.raises(TemporaryFailure, match="ConnectionRefusedError"):
        deliver()


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (SMTPAuthenticationError(535, b"bad password"), TemporaryFailure),
        (SSLCertVerificationError("certificate has expired"), TemporaryFailure),
        (AnymailRecipientsRefused("refused"), PermanentFailure),
        (AnymailAPIError("the provider is ill"), TemporaryFailure),
        (TimeoutError("timed out"), TemporaryFailure),
    ],
)
def test_our_own_troubles_are_no_refusal_of_the_letter(
    error: Exception, kind: type[DeliveryFailure]
) -> None:
    assert type(failure(error)) is kind


@pytest.mark.parametrize("changes", [{"official__email": ""}, {"official__office": None}])
def test_an_official_who_left_or_lost_the_address_gets_nothing(
    mail_server: MailServer, changes: dict[str, Any]
) -> None:
    with pytest.raises(PermanentFailure):
        ServerMail().deliver(DeliveryFactory(**changes))
    assert mail_server.envelopes == []


def test_a_message_whose_key_is_missing_waits_for_it(
    mail_server: MailServer, settings: Settings
) -> None:
    delivery = DeliveryFactory()
    settings.SEAL_KEYS = ["eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHg="]
    with pytest.raises(TemporaryFailure):
        ServerMail().deliver(delivery)
    assert mail_server.envelopes == []
