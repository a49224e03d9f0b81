"""The mail that asks a person to confirm what they did."""

from datetime import timedelta
from typing import Generic, TypeVar

from django.db import transaction
from django.utils import timezone

from ..confirmation import confirmation_url
from ..mail import own_host, send_in_language
from ..services import organisations_awaiting
from .act import Act

MOST_MAILS = 5
PAUSE_BETWEEN_MAILS = timedelta(seconds=60)

Row = TypeVar("Row", bound=Act)


class ConfirmationMail(Generic[Row]):
    """Asks for the confirmation of one kind of act: in the person's language, and not too often.

    A subclass names the ``model``, the ``template`` of the mail and the ``kind`` that its links are
    made out for.
    """

    model: type[Row]
    template: str
    kind: str

    @transaction.atomic
    def send_if_due(self, pk: str) -> None:
        """Send it, if that is still open and was not done too often or just now.

        The row stays locked while the mail is handed over, so that of two equal tasks one sends;
        when sending fails or the worker dies, nothing is noted and the queue may try again.
        """
        rows = self.model._default_manager.select_for_update(of=("self",))
        act = rows.select_related("version").get(pk=pk)
        if self._is_due(act):
            act.mails_sent += 1
            act.last_mail_at = timezone.now()
            act.save(update_fields=["mails_sent", "last_mail_at"])
            self._send(act)

    def mails_so_far(self, act: Row) -> int:
        """The mails that count towards ``MOST_MAILS``."""
        return act.mails_sent

    def details(self, act: Row) -> dict[str, object]:
        """What the mail says beyond the title, the link and the organisations consented to."""
        raise NotImplementedError

    def _is_due(self, act: Row) -> bool:
        last = act.last_mail_at
        rested = last is None or timezone.now() - last >= PAUSE_BETWEEN_MAILS
        return act.is_pending and rested and self.mails_so_far(act) < MOST_MAILS

    def _send(self, act: Row) -> None:
        send_in_language(
            template=self.template,
            to=act.unseal()["email"],
            locale=act.locale,
            context={
                "title": act.version.title,
                "url": confirmation_url(self.kind, act.pk, act.locale),
                "organisations": organisations_awaiting(act=act.pk),
                **self.details(act),
            },
            message_id=f"<{self.kind}-{act.pk.hex}-{act.mails_sent}@{own_host()}>",
        )
