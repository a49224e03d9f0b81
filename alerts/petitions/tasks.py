"""Work of petitions that the worker does. Arguments are ids only; every task may run twice."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from alerts.supporters.confirmation import confirmation_url
from alerts.supporters.mail import send_in_language
from alerts.supporters.services import organisations_awaiting

from .models import Signature

MAILS_PER_SIGNATURE = 5
PAUSE_BETWEEN_MAILS = timedelta(seconds=60)


@task(priority=90)
def mail_confirmation(signature_id: str) -> None:
    """Ask the signer to confirm, if that is still open and was not asked too often or just now.

    The row stays locked while the mail is handed over, so that of two equal tasks one sends; when
    sending fails or the worker dies, nothing is noted and the queue may try again.
    """
    with transaction.atomic():
        signature = (
            Signature.objects.select_for_update(of=("self",))
            .select_related("version")
            .get(pk=signature_id)
        )
        if _mail_is_due(signature):
            signature.mails_sent += 1
            signature.last_mail_at = timezone.now()
            signature.save(update_fields=["mails_sent", "last_mail_at"])
            _send(signature)


def _mail_is_due(signature: Signature) -> bool:
    if signature.state != Signature.State.PENDING:
        return False
    last = signature.last_mail_at
    rested = last is None or timezone.now() - last >= PAUSE_BETWEEN_MAILS
    return rested and signature.mails_sent < MAILS_PER_SIGNATURE


def _send(signature: Signature) -> None:
    host = urlsplit(settings.BASE_URL).hostname
    send_in_language(
        template="confirm_signature",
        to=signature.unseal()["email"],
        locale=signature.locale,
        context={
            "title": signature.version.title,
            "url": confirmation_url("signature", signature.pk, signature.locale),
            "days": settings.CONFIRMATION_DAYS,
            "organisations": organisations_awaiting(act=signature.pk),
        },
        message_id=f"<signature-{signature.pk.hex}-{signature.mails_sent}@{host}>",
    )
