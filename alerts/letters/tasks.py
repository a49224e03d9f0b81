"""Work of letters that the worker does. Arguments are ids only; every task may run twice."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django_tasks import task

from alerts.supporters.confirmation import confirmation_url
from alerts.supporters.mail import send_in_language
from alerts.supporters.services import organisations_awaiting

from .erasing import HOURS_TO_CONFIRM
from .models import Message
from .queue import deliver_due

MAILS_PER_DAY = 5
PAUSE_BETWEEN_MAILS = timedelta(seconds=60)


@task(priority=90)
def mail_message_confirmation(message_id: str) -> None:
    """Ask the writer to confirm, if that is still open and was not asked too often or just now.

    The row stays locked while the mail is handed over, so that of two equal tasks one sends; when
    sending fails or the worker dies, nothing is noted and the queue may try again.
    """
    with transaction.atomic():
        message = (
            Message.objects.select_for_update(of=("self",))
            .select_related("version")
            .get(pk=message_id)
        )
        if _mail_is_due(message):
            message.mails_sent += 1
            message.last_mail_at = timezone.now()
            message.save(update_fields=["mails_sent", "last_mail_at"])
            _send(message)


@task(priority=-5)
def deliver_letters() -> int:
    """Look at the queue of deliveries; look again when something was put back or left over."""
    look = deliver_due()
    if look.again_at is not None:
        deliver_letters.using(run_after=look.again_at).enqueue()
    return look.taken


def look_for_deliveries() -> None:
    """Queue a look, for the clock: it finds what a dead worker held."""
    deliver_letters.enqueue()


def _mail_is_due(message: Message) -> bool:
    if message.state != Message.State.PENDING:
        return False
    last = message.last_mail_at
    rested = last is None or timezone.now() - last >= PAUSE_BETWEEN_MAILS
    return rested and _mails_today(message) < MAILS_PER_DAY


def _mails_today(message: Message) -> int:
    """The mails that the address got today because of this letter, whatever was written in it."""
    recent = Message.objects.filter(
        email_hash=message.email_hash,
        letter=message.letter_id,
        last_mail_at__gt=timezone.now() - timedelta(days=1),
    )
    return recent.aggregate(mails=Sum("mails_sent"))["mails"] or 0


def _send(message: Message) -> None:
    host = urlsplit(settings.BASE_URL).hostname
    officials = message.deliveries.order_by("pk").values_list("official__name", flat=True)
    send_in_language(
        template="confirm_message",
        to=message.unseal()["email"],
        locale=message.locale,
        context={
            "title": message.version.title,
            "url": confirmation_url("message", message.pk, message.locale),
            "hours": HOURS_TO_CONFIRM,
            "officials": list(officials),
            "organisations": organisations_awaiting(act=message.pk),
        },
        message_id=f"<message-{message.pk.hex}-{message.mails_sent}@{host}>",
    )
