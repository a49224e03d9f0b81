"""Mail to a person, in the language that person acted in."""

from smtplib import SMTPException, SMTPResponseException
from urllib.parse import urlsplit

from anymail.exceptions import AnymailError
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from locales.languages import BY_CODE, Language

# ValueError is what Django raises for an address or a header that it cannot write.
REFUSALS = (SMTPException, AnymailError, OSError, ValueError)


class MailNotSent(Exception):  # noqa: N818 - says what happened
    """The mail was not handed over; it may be tried again. Says why without saying to whom."""


def send_in_language(
    *,
    template: str,
    to: str,
    locale: str,
    context: dict[str, object],
    message_id: str | None = None,
) -> None:
    """Send ``templates/emails/<template>/`` (subject, text, html) to the address as typed.

    Raises :class:`MailNotSent`, without the address that the mail server's own error repeats.
    """
    message = _rendered(template, locale, context)
    message.to = [to]
    if message_id is not None:
        message.extra_headers["Message-ID"] = message_id
    try:
        message.send()
    except REFUSALS as error:
        raise MailNotSent(_reason(error)) from None


def own_host() -> str:
    """The name under which this site's mails are numbered."""
    return urlsplit(settings.BASE_URL).hostname or "localhost"


def _rendered(template: str, locale: str, context: dict[str, object]) -> EmailMultiAlternatives:
    language = BY_CODE.get(locale, Language(locale, locale))
    words = {"language": language, "site_name": settings.SITE_NAME, **context}
    folder = f"emails/{template}"
    with translation.override(locale):
        subject = " ".join(render_to_string(f"{folder}/subject.txt", words).split())
        body = render_to_string(f"{folder}/body.txt", words).strip() + "\n"
        html = render_to_string(f"{folder}/body.html", words)
    headers = {"Auto-Submitted": "auto-generated", "Content-Language": locale}
    message = EmailMultiAlternatives(subject=subject, body=body, headers=headers)
    message.attach_alternative(html, "text/html")
    return message


def _reason(error: Exception) -> str:
    code = f" {error.smtp_code}" if isinstance(error, SMTPResponseException) else ""
    return f"{type(error).__name__}{code}"
