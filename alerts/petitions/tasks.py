"""Work of petitions that the worker does. Arguments are ids only; every task may run twice."""

from django.conf import settings
from django_tasks import task

from alerts.supporters.asks.confirmation_mail import ConfirmationMail

from .models import Signature


class SignatureMail(ConfirmationMail[Signature]):
    """Asks a signer to confirm; a few times at most, however long the signature waits."""

    model = Signature
    template = "confirm_signature"
    kind = "signature"

    def details(self, act: Signature) -> dict[str, object]:
        return {"days": settings.CONFIRMATION_DAYS}


@task(priority=90)
def mail_confirmation(signature_id: str) -> None:
    """Ask the signer to confirm, if that is due."""
    SignatureMail().send_if_due(signature_id)
