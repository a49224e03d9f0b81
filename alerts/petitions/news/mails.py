"""The mail that brings an update: to a signer, or to staff as a test."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings

from alerts.supporters.leaving import leave_url
from alerts.supporters.mail import own_host, send_in_language
from locales.languages import BY_CODE, Language

from ..models import Petition, PublishedPetition, Update, UpdateMail
from .unsubscribing import NOBODY, unsubscribe_url

TEMPLATE = "petition_news"


@dataclass(frozen=True, slots=True)
class Reader:
    """To whom a mail goes: the address, its language, and the signature that asked for it."""

    email: str
    locale: str
    signature: UUID

    @property
    def leave_url(self) -> str:
        """Where the signature is withdrawn and erased; empty where there is none."""
        is_signer = self.signature != NOBODY
        return leave_url("signature", self.signature, self.locale) if is_signer else ""


def send_to_signer(mail: UpdateMail) -> bool:
    """Send ``mail``, under the same Message-ID at every attempt; raises ``MailNotSent``.

    Returns whether it was handed over: nothing goes to an address that refused it.
    """
    signature = mail.signature
    reader = Reader(signature.unseal()["email"], _offered(signature.locale), signature.pk)
    number = f"<news-{mail.pk.hex}@{own_host()}>"
    return _send(mail.update, reader, signature.version, message_id=number)


def send_test(update: Update, email: str) -> bool:
    """Send ``update`` to ``email`` in every language it is written in; raises ``MailNotSent``.

    Returns whether every one of them was handed over.
    """
    sent = [_send_test(update, email, text.locale) for text in update.texts.all()]
    return bool(sent) and all(sent)


def _send_test(update: Update, email: str, locale: str) -> bool:
    reader = Reader(email, _offered(locale), NOBODY)
    return _send(update, reader, _words(update.petition, locale), is_test=True)


def _send(
    update: Update,
    reader: Reader,
    version: PublishedPetition | None,
    *,
    is_test: bool = False,
    message_id: str | None = None,
) -> bool:
    text = update.text_for(reader.locale)
    url = unsubscribe_url(reader.signature, reader.locale)
    return send_in_language(
        template=TEMPLATE,
        to=reader.email,
        locale=reader.locale,
        context={
            **_about(update.petition, version),
            "text": text,
            "text_language": BY_CODE.get(text.locale, Language(text.locale, text.locale)),
            "is_fallback": text.locale != reader.locale,
            "is_test": is_test,
            "unsubscribe_url": url,
            "leave_url": reader.leave_url,
        },
        message_id=message_id,
        headers=_headers(url),
        about=update.petition.uuid,
    )


def _headers(url: str) -> Mapping[str, str]:
    """What lets a mail program unsubscribe by one click (RFC 8058)."""
    return {"List-Unsubscribe": f"<{url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def _about(petition: Petition, version: PublishedPetition | None) -> dict[str, Any]:
    """What the mail says of the petition and of who answers for it."""
    return {
        "title": version.title if version else petition.name,
        "page_url": f"{settings.BASE_URL}{version.fields['page_url']}" if version else "",
        "organisation": petition.organisation,
    }


def _words(petition: Petition, locale: str) -> PublishedPetition | None:
    """The newest words in ``locale``, else in any language, if there are some."""
    versions = petition.versions.order_by("-number")
    return versions.filter(locale=locale).first() or versions.first()


def _offered(locale: str) -> str:
    """``locale``, or the main language where the site does not speak it any more."""
    return locale if locale in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
