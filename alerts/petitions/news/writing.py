"""Writing an update, and having it mailed to oneself first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from alerts.supporters.silence import is_silent

from ..models import Petition, Update, UpdateText
from . import tasks
from .errors import AlreadyBegun, NoAddress, NoMailWanted


@dataclass(frozen=True, slots=True)
class Words:
    """What an update says in one language."""

    subject: str
    body: str


@transaction.atomic
def save_update(
    *, petition: Petition, words: Mapping[str, Words], by: Any, update: Update | None = None
) -> Update:
    """Write down an update by locale, or replace what a draft says.

    Changed words are to be tested anew. Raises :class:`AlreadyBegun` for what is no draft.
    """
    kept = _draft(update) if update else Update.objects.create(petition=petition, by=by)
    if words_of(kept) != words:
        kept.texts.all().delete()
        UpdateText.objects.bulk_create(
            UpdateText(update=kept, locale=locale, subject=said.subject, body=said.body)
            for locale, said in words.items()
        )
        kept.tested_at = None
        kept.save(update_fields=["tested_at"])
    return kept


def words_of(update: Update) -> dict[str, Words]:
    """What ``update`` says, by locale."""
    return {text.locale: Words(text.subject, text.body) for text in update.texts.all()}


def ask_for_test(*, update: Update, to: Any) -> None:
    """Queue the mails that show ``update`` to the user ``to`` in every language it is written in.

    Raises :class:`NoAddress`, and :class:`NoMailWanted` where the address takes none of ours.
    """
    if not to.email:
        raise NoAddress
    if is_silent(to.email, about=update.petition.uuid):
        raise NoMailWanted
    tasks.mail_test.enqueue(update.pk, to.pk)


def _draft(update: Update) -> Update:
    held = Update.objects.select_for_update().get(pk=update.pk)
    if not held.is_draft:
        raise AlreadyBegun
    return held
