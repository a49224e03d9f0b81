"""A real mail server on this machine, which can refuse like an office's does."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_django import Settings


@dataclass
class MailServer:
    """Keeps what it accepts; ``at_recipient`` and ``at_data`` are its answers when set."""

    at_recipient: str = ""
    at_data: str = ""
    envelopes: list[Envelope] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd looks for this name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take or refuse a recipient."""
        envelope.rcpt_tos.append(address)
        return self.at_recipient or "250 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd looks for this name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep or refuse a mail."""
        if not self.at_data:
            self.envelopes.append(envelope)
        return self.at_data or "250 OK"

    @property
    def contents(self) -> list[bytes]:
        """What was accepted, as it came."""
        contents = [envelope.content for envelope in self.envelopes]
        return [content for content in contents if isinstance(content, bytes)]

    @property
    def mails(self) -> list[EmailMessage]:
        """What was accepted, as any mail program reads it."""
        parser = BytesParser(_class=EmailMessage, policy=default)
        return [parser.parsebytes(content) for content in self.contents]

    def to(self, address: str) -> EmailMessage:
        """The newest mail to ``address``."""
        return [mail for mail in self.mails if address in str(mail["To"])][-1]

    def text_to(self, address: str) -> str:
        """The plain text of the newest mail to ``address``."""
        body = self.to(address).get_body(("plain",))
        return str(body.get_content()) if body else ""


@pytest.fixture
def mail_server(settings: Settings) -> Iterator[MailServer]:
    """A mail server to which this site's mail goes."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = MailServer()
    controller = Controller(server, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield server
    controller.stop()


@pytest.fixture
def no_mail_server(settings: Settings) -> None:
    """A site whose mail server does not answer."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
