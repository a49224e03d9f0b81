"""What staff decide: who is listed, what is asked, and which corrections are taken over."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from django.db import transaction
from django.utils import timezone
from django_tasks.base import Task
from wagtail.log_actions import log

from alerts.supporters.asks.confirmation_mail import RETRIES_LAST

from .. import tasks
from ..errors import CorrectionGone, NobodyToAsk, QuestionWaits
from ..mails import ANSWERED, ASKED_AT, QUESTION
from ..models import Contact, Correction, Endorser
from .contacts import look_at_domain
from .entering import update_endorsers
from .status import change_status

Status = Endorser.Status
UNDECIDED = frozenset({Status.SUBMITTED, Status.CONFIRMED})
SEVERAL = frozenset({"places", "languages"})


@dataclass
class Decided:
    """What came of a decision about several: those it was ``done`` to, and those ``left`` alone.

    Both are as they stand now.
    """

    done: list[Endorser] = field(default_factory=list)
    left: list[Endorser] = field(default_factory=list)


def approve(*, endorsers: Iterable[Endorser], by: Any) -> Decided:
    """List those that wait for a decision, and tell their contacts.

    Left alone are those decided on meanwhile, those that withdrew, and persons who have not
    confirmed: their name is not known.
    """
    return _decide(endorsers, Status.APPROVED, UNDECIDED, by, tasks.mail_approved)


def decline(*, endorsers: Iterable[Endorser], by: Any) -> Decided:
    """Do not list those that wait for a decision, and tell their contacts."""
    return _decide(endorsers, Status.DECLINED, UNDECIDED, by, tasks.mail_declined)


def withdraw(*, endorsers: Iterable[Endorser], by: Any) -> Decided:
    """Take those that are listed or wait off the list; it was asked for, so nobody is told."""
    return _decide(endorsers, Status.WITHDRAWN, UNDECIDED | {Status.APPROVED}, by)


def relist(*, endorsers: Iterable[Endorser], by: Any) -> Decided:
    """List again organizations that were declined or had withdrawn, and tell their contacts."""
    return _decide(endorsers, Status.APPROVED, Endorser.LEFT, by, tasks.mail_approved)


@transaction.atomic
def ask(*, endorser: Endorser, question: str, by: Any) -> None:
    """Mail a question to the contact, sealed until then.

    Raises :class:`NobodyToAsk`, and :class:`QuestionWaits` while an earlier one is still tried to
    be mailed; once the queue has given that up, this one takes its place.
    """
    held = Endorser.objects.select_for_update().get(pk=endorser.pk)
    contact = Contact.objects.select_for_update().filter(endorser=held).first()
    if contact is None or contact.is_pending or held.status in Endorser.LEFT:
        raise NobodyToAsk(str(held.pk))
    sealed = contact.unseal()
    if _is_tried(sealed):
        raise QuestionWaits(str(held.pk))
    contact.seal(**sealed | {QUESTION: question, ASKED_AT: timezone.now().isoformat()})
    contact.save(update_fields=["sealed"])
    log(instance=held, action="coalition.ask", user=by)
    tasks.mail_question.enqueue(str(contact.pk))


@transaction.atomic
def accept_correction(*, endorser: Endorser, by: Any) -> Endorser:
    """Give the endorser what its contact asked for, and tell the contact.

    Raises :class:`CorrectionGone`.
    """
    held, correction = _with_correction(endorser)
    values = correction_values(correction)
    if held.is_person and values.get("affiliation"):
        values["identification_only"] = True
    update_endorsers([(held, values)])
    if held.scope not in Endorser.WIDE and not held.places.exists():
        raise CorrectionGone("Staff have changed the entry since.")
    correction.delete()
    look_at_domain(held)
    log(instance=held, action="coalition.accept_correction", user=by)
    _answer(held, values, "accepted")
    return held


@transaction.atomic
def drop_correction(*, endorser: Endorser, by: Any) -> None:
    """Leave the endorser as it is, and tell the contact; raises :class:`CorrectionGone`."""
    held, correction = _with_correction(endorser)
    values = correction_values(correction)
    correction.delete()
    log(instance=held, action="coalition.drop_correction", user=by)
    _answer(held, values, "dropped")


def correction_values(correction: Correction) -> dict[str, Any]:
    """What is asked for, by column: text, and lists of codes for places and languages."""
    return {
        name: [code for code in text.split(",") if code] if name in SEVERAL else text
        for name, text in correction.unseal().items()
    }


@transaction.atomic
def _decide(
    endorsers: Iterable[Endorser],
    to: str,
    standing: Collection[str],
    by: Any,
    mail: Task[[str], None] | None = None,
) -> Decided:
    """Bring those among ``endorsers`` whose status is one of ``standing`` to the status ``to``."""
    keys = [endorser.pk for endorser in endorsers]
    decided = Decided()
    for held in Endorser.objects.select_for_update().filter(pk__in=keys).order_by("pk"):
        if held.status not in standing or (to == Status.APPROVED and not held.name):
            decided.left.append(held)
        else:
            decided.done.append(change_status(endorser_id=held.pk, to=to, by=by))
    if mail is not None:
        _tell(decided.done, mail)
    return decided


def _tell(endorsers: list[Endorser], mail: Task[[str], None]) -> None:
    contacts = Contact.objects.filter(endorser__in=endorsers).values_list("pk", flat=True)
    for contact in contacts:
        mail.enqueue(str(contact))


def _is_tried(sealed: Mapping[str, str]) -> bool:
    """Whether a question waits that the queue still tries to mail."""
    if QUESTION not in sealed:
        return False
    return timezone.now() - datetime.fromisoformat(sealed[ASKED_AT]) < RETRIES_LAST


def _answer(
    endorser: Endorser, asked: Mapping[str, Any], outcome: Literal["accepted", "dropped"]
) -> None:
    """Have the contact told what became of a correction; a mere answer to staff gets no answer."""
    contact = Contact.objects.select_for_update().filter(endorser=endorser).first()
    if contact is None or contact.is_pending or not asked.keys() - {"answer"}:
        return
    sealed = contact.unseal()
    contact.seal(**sealed | {ANSWERED: f"{sealed.get(ANSWERED, '')} {outcome}".strip()})
    contact.save(update_fields=["sealed"])
    tasks.mail_correction_answered.enqueue(str(contact.pk))


def _with_correction(endorser: Endorser) -> tuple[Endorser, Correction]:
    held = Endorser.objects.select_for_update().get(pk=endorser.pk)
    correction = Correction.objects.select_for_update().filter(endorser=held).first()
    if correction is None or held.status in Endorser.LEFT:
        raise CorrectionGone(str(held.pk))
    return held, correction
