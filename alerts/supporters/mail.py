"""Mail to a person, in the language that person acted in."""

import logging
from collections.abc import Mapping
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from urllib.parse import urlsplit
from uuid import UUID

from anymail.exceptions import AnymailError, AnymailRecipientsRefused
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from locales.catalogues.places import SOURCE_LANGUAGE
from locales.languages import BY_CODE, Language
from locales.mails import speaks

from .silence import is_silent

logger = logging.getLogger(__name__)

# ValueError is what Django raises for an address or a header that it cannot write.
REFUSALS = (SMTPException, AnymailError, OSError, ValueError)
FOR_GOOD = range(500, 600)


class MailNotSent(Exception):  # noqa: N818 - says what happened
    """The mail was not handed over; it may be tried again. Says why without saying to whom."""


class MailRefused(MailNotSent):
    """The mail server takes nothing for this address, however often it is tried."""


def send_in_language(
    *,
    template: str,
    to: str,
    locale: str,
    context: dict[str, object],
    message_id: str | None = None,
    headers: Mapping[str, str] | None = None,
    about: UUID | None = None,
) -> bool:
    """Send ``templates/emails/<template>/`` (subject, text, html) to the address as typed.

    Where the catalogue of ``locale`` lacks words of it, it goes out in the site's first language,
    marked as such and logged.
    Nothing goes to an address that refused all mail, or mail about the ask whose uuid is ``about``.
    Returns whether the mail was handed over.
    Raises :class:`MailNotSent`, without the address that the mail server's own error repeats;
    :class:`MailRefused` where that is the fault of the address.
    """
    if is_silent(to, about=about):
        return False
    message = _rendered(template, locale, context)
    message.to = [to]
    message.extra_headers.update(headers or {})
    if message_id is not None:
        message.extra_headers["Message-ID"] = message_id
    try:
        message.send()
    except REFUSALS as error:
        kind = MailRefused if _is_final(error) else MailNotSent
        raise kind(_reason(error)) from None
    return True


def own_host() -> str:
    """The name under which this site's mails are numbered."""
    return urlsplit(settings.BASE_URL).hostname or "localhost"


def _rendered(template: str, locale: str, context: dict[str, object]) -> EmailMultiAlternatives:
    language = _spoken(template, locale)
    wanted = None if language.code == locale else BY_CODE.get(locale, Language(locale, locale))
    words = {"language": language, "wanted": wanted, "site_name": settings.SITE_NAME, **context}
    folder = f"emails/{template}"
    with translation.override(language.code):
        subject = " ".join(render_to_string(f"{folder}/subject.txt", words).split())
        mark = render_to_string("emails/untranslated.txt", words)
        body = (mark + render_to_string(f"{folder}/body.txt", words)).strip() + "\n"
        html = render_to_string(f"{folder}/body.html", words)
    headers = {"Auto-Submitted": "auto-generated", "Content-Language": language.code}
    message = EmailMultiAlternatives(subject=subject, body=body, headers=headers)
    message.attach_alternative(html, "text/html")
    return message


def _spoken(template: str, locale: str) -> Language:
    """The language that a mail goes out in."""
    if speaks(locale, template):
        return BY_CODE[locale]
    logger.warning("The mail %s is not translated into %s.", template, locale)
    first = settings.LANGUAGE_CODE
    return BY_CODE[first if speaks(first, template) else SOURCE_LANGUAGE]


def _reason(error: Exception) -> str:
    code = f" {error.smtp_code}" if isinstance(error, SMTPResponseException) else ""
    return f"{type(error).__name__}{code}"


def _is_final(error: Exception) -> bool:
    """Whether the address is refused; a server that is away or refuses us is no such error."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code in FOR_GOOD for code, _said in error.recipients.values())
    # A certificate that does not hold is both an OSError and a ValueError, and the server's fault.
    unwritable = isinstance(error, ValueError) and not isinstance(error, OSError)
    return unwritable or isinstance(error, AnymailRecipientsRefused)
