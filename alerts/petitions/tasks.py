"""Work of petitions that the worker does. Arguments are ids only; every task may run twice."""

from contextlib import suppress

from django.conf import settings
from django_tasks import task

from alerts.supporters.asks.confirmation_mail import ConfirmationMail

from .erasing import erase_if_settled
from .models import Signature


class SignatureMail(ConfirmationMail[Signature]):
    """Asks a signer to confirm; a few times a day at most, whatever is typed for the address."""

    model = Signature
    begun = "signed_at"
    template = "confirm_signature"
    kind = "signature"

    def details(self, act: Signature) -> dict[str, object]:
        return {"days": settings.CONFIRMATION_DAYS}


@task(priority=90)
def mail_confirmation(signature_id: str, *, unless_sent: bool = False) -> None:
    """Ask the signer to confirm, if that is due.

    What was typed for an address that has signed before is erased instead; so it may be gone.
    """
    with suppress(Signature.DoesNotExist):
        if not erase_if_settled(Signature.objects.select_related("version").get(pk=signature_id)):
            SignatureMail().send_if_due(signature_id, unless_sent=unless_sent)


def mail_forgotten() -> int:
    """Queue again, for the clock, the mails that never went; returns how many."""
    forgotten = SignatureMail().forgotten()
    for signature_id in forgotten:
        mail_confirmation.enqueue(signature_id, unless_sent=True)
    return len(forgotten)
