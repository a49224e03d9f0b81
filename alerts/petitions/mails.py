"""The mails to signers about confirming; nothing that anybody typed is in them."""

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from alerts.supporters.asks.confirmation_mail import ConfirmationMail

from .codes import issue_code
from .duplicates import STANDING
from .holding import Reason
from .models import Signature


class SignatureMail(ConfirmationMail[Signature]):
    """Asks a signer to confirm; a few times a day at most, whatever is typed for the address."""

    model = Signature
    begun = "signed_at"
    template = "confirm_signature"
    kind = "signature"

    def awaiting(self) -> "QuerySet[Signature]":
        """Not what a program seems to have typed, unless it was asked for."""
        return super().awaiting().exclude(held_for=Reason.HONEYPOT, mails_sent=0)

    def details(self, act: Signature) -> dict[str, object]:
        """How long the link works, and a new code: the one of an earlier mail works no more."""
        return {"days": settings.CONFIRMATION_DAYS, "code": issue_code(act)}


class ReminderMail(SignatureMail):
    """Asks once more, and once only for an address, however often it was typed."""

    template = "remind_signature"

    def concerns(self, act: Signature) -> bool:
        """Whether none of the signatures that wait for the address was reminded of."""
        return (
            super().concerns(act) and not act.of_same_address().exclude(reminded_at=None).exists()
        )

    def note(self, act: Signature) -> None:
        """Keep also that it was the reminder."""
        act.reminded_at = timezone.now()
        act.save(update_fields=["reminded_at"])
        super().note(act)


class RepeatMail(SignatureMail):
    """Tells whose signature is settled that the address was typed again, and that all stays so.

    It goes to the address that signed, in the language it was signed in, a few times a day at most.
    """

    template = "repeated_signature"
    most = 3

    def concerns(self, act: Signature) -> bool:
        """Whether it still stands: what was withdrawn or made invalid is not told about."""
        return act.state in STANDING

    def details(self, act: Signature) -> dict[str, object]:
        """Nothing more."""
        return {}
