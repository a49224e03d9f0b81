"""Server mail: from our own address, so that the office's mail system can trust its sender."""

import unicodedata
from email.headerregistry import Address
from email.utils import parseaddr
from smtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPHeloError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from anymail.exceptions import AnymailAPIError, AnymailError, AnymailRecipientsRefused
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from alerts.supporters.characters import BIDI_OVERRIDES
from alerts.supporters.mail import REFUSALS
from alerts.supporters.sealing import SealBroken

from ..drafts import Draft
from ..models import Delivery
from .base import (
    DeliveryChannel,
    DeliveryFailure,
    PermanentFailure,
    TemporaryFailure,
    scrubbed,
)

SECONDS_TO_ANSWER = 30
SERVER_ERRORS = range(500, 600)
UNACCEPTABLE = {400, 422}
# These are refusals of us, not of the letter: whoever runs the site can mend them.
OUR_FAULT = (SMTPAuthenticationError, SMTPConnectError, SMTPHeloError, SMTPSenderRefused)
UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}


class ServerMail(DeliveryChannel):
    """One plain-text mail to one office, whose answer goes to the constituent."""

    def deliver(self, delivery: Delivery) -> None:
        """Hand the mail to our mail server.

        Raises :class:`TemporaryFailure` while it may still go, :class:`PermanentFailure` once it
        cannot: the address is refused or gone, or its official left office.
        """
        official = delivery.official
        if not official.email or official.office is None:
            raise PermanentFailure("The official has no address here any more.")
        try:
            sealed = delivery.message.unseal()
        except SealBroken:
            raise TemporaryFailure("The message could not be unsealed.") from None
        try:
            composed(delivery, sealed).send()
        except REFUSALS as error:
            raise failure(error, *sealed.values()) from None


def composed(delivery: Delivery, sealed: dict[str, str]) -> EmailMessage:
    """The mail of ``delivery``, of whose message ``sealed`` was unsealed."""
    message = delivery.message
    letter = Draft.of_message(message, sealed).to(delivery.official)
    name = one_line(sealed["name"])
    context = {"name": name, "site_name": settings.SITE_NAME, "site_url": settings.BASE_URL}
    with translation.override(message.locale):
        line = render_to_string("emails/message_to_official/line.txt", context).strip()
        sender = _("%(name)s via %(site)s") % {"name": name, "site": settings.SITE_NAME}
    ours = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return EmailMessage(
        subject=one_line(letter.subject),
        body=f"{letter.body.rstrip()}\n\n-- \n{line}\n",
        from_email=mailbox(sender, ours),
        to=[delivery.official.email],
        reply_to=[mailbox(name, sealed["email"])],
        headers={"Message-ID": delivery.mail_id, "Content-Language": message.locale},
        connection=get_connection(timeout=SECONDS_TO_ANSWER),
    )


def one_line(text: str) -> str:
    """``text`` as a header may hold it: on one line, without control characters."""
    plain = (" " if _is_unprintable(char) else char for char in text)
    return " ".join("".join(plain).split())


def mailbox(name: str, address: str) -> str:
    """A name and its address as one header value, whatever the name is written with.

    Raises ``ValueError`` for an address that breaks its line.
    """
    user, _at, domain = address.rpartition("@")
    return str(Address(display_name=name, username=user, domain=domain))


def failure(error: Exception, *private: str) -> DeliveryFailure:
    """What ``error`` means for the delivery, without repeating what is ``private``."""
    code, said = _answer(error)
    kind = type(error).__name__
    text = scrubbed(f"{kind} {code or ''} {said}", *private)
    return PermanentFailure(text) if _is_final(error, code) else TemporaryFailure(text)


def _answer(error: Exception) -> tuple[int, str]:
    """The mail server's number, or 0, and its words."""
    if isinstance(error, SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
        return code, _text(said)
    if isinstance(error, SMTPResponseException):
        return error.smtp_code, _text(error.smtp_error)
    if isinstance(error, AnymailAPIError):
        return error.status_code or 0, ""
    return 0, ""


def _is_final(error: Exception, code: int) -> bool:
    if isinstance(error, OUR_FAULT):
        return False
    if isinstance(error, AnymailError):
        return isinstance(error, AnymailRecipientsRefused) or code in UNACCEPTABLE
    # A certificate that is not trusted is a ValueError too, and is mended by others.
    is_unmailable = isinstance(error, ValueError) and not isinstance(error, OSError)
    return code in SERVER_ERRORS or is_unmailable


def _is_unprintable(char: str) -> bool:
    return char in BIDI_OVERRIDES or unicodedata.category(char) in UNPRINTABLE


def _text(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said
