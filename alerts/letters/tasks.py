"""Work of letters that the worker does. Arguments are ids only; every task may run twice."""

from django_tasks import task

from alerts.supporters.asks.confirmation_mail import ConfirmationMail

from .erasing import HOURS_TO_CONFIRM
from .models import Message
from .queue import deliver_due


class MessageMail(ConfirmationMail[Message]):
    """Asks a writer to confirm; a few times a day at most, whatever the address writes."""

    model = Message
    begun = "created_at"
    template = "confirm_message"
    kind = "message"

    def details(self, act: Message) -> dict[str, object]:
        officials = act.deliveries.order_by("pk").values_list("official__name", flat=True)
        return {"hours": HOURS_TO_CONFIRM, "officials": list(officials)}


@task(priority=90)
def mail_message_confirmation(message_id: str, *, unless_sent: bool = False) -> None:
    """Ask the writer to confirm, if that is due."""
    MessageMail().send_if_due(message_id, unless_sent=unless_sent)


def mail_forgotten() -> int:
    """Queue again, for the clock, the mails that never went; returns how many."""
    forgotten = MessageMail().forgotten()
    for message_id in forgotten:
        mail_message_confirmation.enqueue(message_id, unless_sent=True)
    return len(forgotten)


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
