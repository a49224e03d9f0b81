"""The mail that asks a person to confirm what they did."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils import timezone

from ..confirmation import confirmation_url
from ..leaving import leave_url
from ..mail import own_host, send_in_language
from ..services import organisations_awaiting
from .act import PENDING, Act

MOST_MAILS = 5
MOST_IN_ALL = 10
WINDOW = timedelta(days=1)
PAUSE_BETWEEN_MAILS = timedelta(seconds=60)
# The queue tries a mail anew for about an hour before it gives up.
RETRIES_LAST = timedelta(hours=1)

Row = TypeVar("Row", bound=Act)


class ConfirmationMail(Generic[Row]):
    """Asks for the confirmation of one kind of act: in the person's language, and not too often.

    However often an address is typed for one ask, it gets ``most`` mails within a ``WINDOW``, and
    ``MOST_IN_ALL`` for whatever it is typed. A subclass names the ``model``, its field ``begun``
    with the time of the act, the ``template`` of the mail and the ``kind`` that its links are made
    out for.
    """

    model: type[Row]
    begun: str
    template: str
    kind: str
    most = MOST_MAILS

    @transaction.atomic
    def send_if_due(self, pk: str, *, unless_sent: bool = False) -> None:
        """Send it, if that is still open and was not done too often or just now.

        The row stays locked while the mail is handed over, so that of two equal tasks one sends;
        when sending fails or the worker dies, nothing is noted and the queue may try again.
        ``unless_sent`` sends only the first mail of an act.
        """
        rows = self.model._default_manager.select_for_update(of=("self",))
        act = rows.select_related("version").get(pk=pk)
        if self._is_due(act) and not (unless_sent and act.mails_sent):
            self.note(act)
            self._send(act)

    def forgotten(self) -> list[str]:
        """The pending acts that were never asked about, though the queue tries no more.

        The mail server was away for too long, or the address had all its mails. Of many that
        were typed for one address and ask it is the newest, its owner's best chance; and none as
        long as the address had a mail for that ask within ``WINDOW``: one burst brings no mails for
        days.
        """
        now = timezone.now()
        days = timedelta(days=settings.CONFIRMATION_DAYS)
        between = (now - days, now - RETRIES_LAST)
        pending = self.awaiting()
        waiting = pending.filter(mails_sent=0, **{f"{self.begun}__range": between})
        ask = f"{self.ask_name}_id"
        mailed = set(
            pending.filter(last_mail_at__gt=now - WINDOW).values_list(ask, "email_hash").distinct()
        )
        newest: dict[tuple[int, str], str] = {}
        for pk, *key in waiting.order_by(f"-{self.begun}").values_list("pk", ask, "email_hash"):
            newest.setdefault((key[0], key[1]), str(pk))
        return [pk for key, pk in newest.items() if key not in mailed]

    def awaiting(self) -> "QuerySet[Row]":
        """The acts that wait for an answer to this mail."""
        return self.model._default_manager.filter(state=PENDING)

    @property
    def ask_name(self) -> str:
        """The field in which an act names its ask."""
        version: Any = self.model._meta.get_field("version").related_model
        return str(version.ask_name)

    def concerns(self, act: Row) -> bool:
        """Whether ``act`` is still what this mail is about."""
        return act.is_pending

    def note(self, act: Row) -> None:
        """Keep that the mail goes now; undone where it cannot be handed over."""
        act.mails_sent += 1
        act.last_mail_at = timezone.now()
        act.save(update_fields=["mails_sent", "last_mail_at"])

    def details(self, act: Row) -> dict[str, object]:
        """What the mail says beyond the title, the link and the organisations consented to."""
        raise NotImplementedError

    def _is_due(self, act: Row) -> bool:
        last = act.last_mail_at
        rested = last is None or timezone.now() - last >= PAUSE_BETWEEN_MAILS
        return self.concerns(act) and rested and self._has_room(act)

    def _has_room(self, act: Row) -> bool:
        same = _mails(act.of_same_address())
        return same < self.most and mails_to(act.known_hashes()) < MOST_IN_ALL

    def _send(self, act: Row) -> None:
        send_in_language(
            template=self.template,
            to=act.unseal()["email"],
            locale=act.locale,
            context={
                "title": act.version.title,
                "url": confirmation_url(self.kind, act.pk, act.locale),
                "organisations": organisations_awaiting(act=act.pk),
                "leave_url": leave_url(self.kind, act.pk, act.locale),
                **self.details(act),
            },
            message_id=f"<{self.kind}-{act.pk.hex}-{act.mails_sent}@{own_host()}>",
            about=act.version.ask.uuid,
        )


def mails_to(email_hashes: Iterable[str]) -> int:
    """The mails of this kind that an address got lately, for whatever ask of any room."""
    known = [known for known in email_hashes if known]
    kinds: list[Any] = [model for model in apps.get_models() if issubclass(model, Act)]
    return sum(_mails(kind._default_manager.filter(email_hash__in=known)) for kind in kinds)


def _mails(acts: "QuerySet[Any]") -> int:
    recent = acts.filter(last_mail_at__gt=timezone.now() - WINDOW)
    return int(recent.aggregate(mails=Sum("mails_sent"))["mails"] or 0)
