"""Which signatures are held for review instead of counted: nobody is refused, nothing is lost."""

from django.db import models
from django.db.models import Exists, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from alerts.supporters.limits import Cap, caps
from alerts.supporters.models import Limit

from .models import Petition, Signature


class Reason(models.TextChoices):
    """What ``held_for`` says; most of them name the limit that was passed."""

    HONEYPOT = "honeypot", _("A program seems to have filled in the form")
    NETWORK = Limit.Scope.NETWORK, _("Many from one network")
    ADDRESS = Limit.Scope.ADDRESS, _("Many for one email address")
    DOMAIN = Limit.Scope.DOMAIN, _("Many from one email provider")
    PETITION = Limit.Scope.PETITION, _("Many for this petition")
    SWEEP = "sweep", _("Like those that were made invalid")


def reason_to_hold(signature: Signature) -> str:
    """Why ``signature``, about to count, is held instead; empty if it counts.

    What was noted at signing stays. Counted are itself and those submitted before
    it, within each limit's window, whatever became of them. Always two queries, whatever they find.
    """
    limits = caps()
    tripped = _tripped(signature, limits)
    return signature.held_for or next((scope for scope in limits if tripped.get(scope)), "")


def _tripped(signature: Signature, limits: dict[str, Cap]) -> dict[str, bool]:
    full = {
        f"full_{scope}": Exists(_beyond(signature, cap, origin))
        for scope, cap in limits.items()
        if (origin := _origin(signature, scope, cap)) is not None
    }
    petition = Petition.objects.filter(pk=signature.petition_id).annotate(**full)
    found = petition.values("pk", *full).get()
    return {scope: found.get(f"full_{scope}", False) for scope in limits}


def _origin(signature: Signature, scope: str, cap: Cap) -> Q | None:
    """What the others of one origin share; None where it is unknown or spared."""
    column = COLUMNS[scope]
    value = getattr(signature, column)
    return Q(**{column: value}) if value and value not in cap.spared else None


def _beyond(signature: Signature, cap: Cap, origin: Q) -> QuerySet[Signature]:
    """The first, with ``signature`` and those before it, that the limit does not let pass."""
    window = (signature.signed_at - cap.window, signature.signed_at)
    so_far = Signature.objects.filter(origin, signed_at__range=window)
    return so_far.order_by("signed_at")[cap.most : cap.most + 1]


COLUMNS: dict[str, str] = {
    Limit.Scope.NETWORK: "network_hash",
    Limit.Scope.ADDRESS: "email_hash",
    Limit.Scope.DOMAIN: "domain_hash",
    Limit.Scope.PETITION: "petition_id",
}
