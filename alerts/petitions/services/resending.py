"""Asking for the confirmation mail once more."""

from uuid import UUID

from .. import tasks


def resend(*, signature_id: UUID) -> None:
    """Queue the mail again; how often an address gets one is decided where it is sent.

    A program does not ask, so who does gets the mail also where a program seemed to have signed.
    The steps are the same for a signature that is gone or settled, which gets none.
    """
    tasks.mail_confirmation.enqueue(str(signature_id), is_asked_for=True)
