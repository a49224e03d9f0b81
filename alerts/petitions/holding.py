"""Which signatures are held for review instead of counted: nobody is refused, nothing is lost."""

from datetime import datetime

from django.db import models
from django.db.models import Exists, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from alerts.supporters.limits import Cap, caps
from alerts.supporters.models import Limit
from alerts.supporters.silence import is_refused

from .models import Petition, Signature


class Reason(models.TextChoices):
    """What ``held_for`` says; most of them name the limit that was passed."""

    HONEYPOT = "honeypot", _("A program seems to have filled in the form")
    NETWORK = Limit.Scope.NETWORK, _("Many from one network")
    ADDRESS = Limit.Scope.ADDRESS, _("Many for one email address")
    DOMAIN = Limit.Scope.DOMAIN, _("Many from one email provider")
    PETITION = Limit.Scope.PETITION, _("Many for this petition")
    SWEEP = "sweep", _("Like those that were made invalid")
    SILENT = "silent", _("The owner of the address took everything back")


def reason_to_hold(signature: Signature) -> str:
    """Why ``signature``, about to count, is held instead; empty if it counts.

    What was noted at signing stays. Counted are itself and those submitted before it, within each
    limit's window, whatever became of them. What nobody has confirmed counts for a network alone:
    else anybody could have the signatures of others held. So for the others those after it count
    as well, which may be confirmed first. Always two queries, whatever they find.
    """
    limits = caps()
    tripped = _tripped(signature, limits)
    return signature.held_for or next((scope for scope in limits if tripped.get(scope)), "")


def reason_to_hold_unconfirmed(signature: Signature) -> str:
    """As :func:`reason_to_hold`, where nobody is asked to confirm; always three queries.

    Whoever types an address whose owner took all back does not speak for that owner.
    """
    reason = reason_to_hold(signature)
    refused = is_refused(signature.known_hashes(), about=signature.petition.uuid)
    return reason or (Reason.SILENT if refused else "")


def _tripped(signature: Signature, limits: dict[str, Cap]) -> dict[str, bool]:
    full = {
        f"full_{scope}": _is_full(signature, scope, cap, origin)
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


def _is_full(signature: Signature, scope: str, cap: Cap, origin: Q) -> Q:
    at = signature.signed_at
    before, after = (at - cap.window, at), (at, at + cap.window)
    if scope == Limit.Scope.NETWORK:
        return Q(Exists(_beyond(cap, origin, before)))
    settled = origin & (~Q(state=Signature.State.PENDING) | Q(pk=signature.pk))
    return Q(Exists(_beyond(cap, settled, before))) | Q(Exists(_beyond(cap, settled, after)))


def _beyond(cap: Cap, origin: Q, window: tuple[datetime, datetime]) -> QuerySet[Signature]:
    """The first in ``window``, which has the signature in it, that the limit does not let pass."""
    rows = Signature.objects.filter(origin, signed_at__range=window)
    return rows.order_by("signed_at")[cap.most : cap.most + 1]


COLUMNS: dict[str, str] = {
    Limit.Scope.NETWORK: "network_hash",
    Limit.Scope.ADDRESS: "email_hash",
    Limit.Scope.DOMAIN: "domain_hash",
    Limit.Scope.PETITION: "petition_id",
}
