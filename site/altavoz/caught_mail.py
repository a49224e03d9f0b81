"""Mail that stays on this machine: the trial site keeps every message as a file to be read."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage as ParsedMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

FILE_NAME = re.compile(r"[0-9]{8}T[0-9]{12}-[0-9a-f]{8}")


class CatchingBackend(BaseEmailBackend):
    """Writes each message as one ``.eml`` file under ``settings.CAUGHT_MAIL_DIR``."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.CAUGHT_MAIL_DIR)
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            write(folder, message.message().as_bytes())
        return len(email_messages)


@dataclass(frozen=True, slots=True)
class CaughtMail:
    """One caught message, as a person reads it; ``name`` is its file without the ending."""

    name: str
    subject: str
    sender: str
    to: str
    sent_at: datetime
    text: str
    html: str


def is_catching() -> bool:
    """Whether this site keeps its mail instead of sending it."""
    backend: str = settings.EMAIL_BACKEND
    return backend == f"{__name__}.{CatchingBackend.__name__}"


def caught_mails(limit: int = 100) -> list[CaughtMail]:
    """The newest messages first."""
    files = sorted(Path(settings.CAUGHT_MAIL_DIR).glob("*.eml"), reverse=True)
    return [read(file) for file in files[:limit]]


def caught_mail(name: str) -> CaughtMail:
    """The message of that name; raises ``FileNotFoundError``."""
    if not FILE_NAME.fullmatch(name):
        raise FileNotFoundError(name)
    return read(Path(settings.CAUGHT_MAIL_DIR) / f"{name}.eml")


def write(folder: Path, message: bytes) -> None:
    """Put the message in ``folder`` under a name that sorts by time; never half a file."""
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}"
    unfinished = folder / f"{name}.part"
    unfinished.write_bytes(message)
    unfinished.rename(folder / f"{name}.eml")


def read(file: Path) -> CaughtMail:
    """Parse one caught message."""
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    return CaughtMail(
        name=file.stem,
        subject=str(message["Subject"] or ""),
        sender=str(message["From"] or ""),
        to=str(message["To"] or ""),
        sent_at=parsedate_to_datetime(str(message["Date"])),
        text=part(message, "plain"),
        html=part(message, "html"),
    )


def part(message: ParsedMessage, kind: str) -> str:
    """The body of ``message`` in that kind (plain, html), or nothing."""
    body = message.get_body(preferencelist=(kind,))
    return str(body.get_content()) if body else ""
