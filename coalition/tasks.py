"""Work of the coalition that the worker does. Arguments are ids only; every task may run twice."""

from contextlib import suppress

from django_tasks import task

from . import mails
from .models import Contact, Endorser


@task(priority=90)
def mail_confirmation(contact_id: str, *, unless_sent: bool = False) -> None:
    """Ask the contact of a new endorser to confirm, if that is due; it may be erased meanwhile."""
    with suppress(Contact.DoesNotExist):
        mails.JoinMail().send_if_due(contact_id, unless_sent=unless_sent)


@task()
def mail_approved(contact_id: str) -> None:
    """Tell the contact that the endorser is listed."""
    with suppress(Contact.DoesNotExist):
        mails.tell_decision(contact_id, Endorser.Status.APPROVED)


@task()
def mail_declined(contact_id: str) -> None:
    """Tell the contact that the endorser is not listed."""
    with suppress(Contact.DoesNotExist):
        mails.tell_decision(contact_id, Endorser.Status.DECLINED)


@task()
def mail_question(contact_id: str) -> None:
    """Ask the contact what staff want to know, which waits sealed as ``question``."""
    with suppress(Contact.DoesNotExist):
        mails.ask_question(contact_id)


@task()
def mail_correction_answered(contact_id: str) -> None:
    """Tell the contact what became of a correction, which waits sealed."""
    with suppress(Contact.DoesNotExist):
        mails.tell_correction(contact_id)


@task()
def mail_entry_links(contact_id: str) -> None:
    """Send the links to all entries of an address; the id may be nobody's."""
    with suppress(Contact.DoesNotExist):
        mails.send_entry_links(contact_id)


def mail_forgotten() -> int:
    """Queue again, for the clock, the confirmation mails that never went; returns how many."""
    forgotten = mails.JoinMail().forgotten()
    for contact_id in forgotten:
        mail_confirmation.enqueue(contact_id, unless_sent=True)
    return len(forgotten)
