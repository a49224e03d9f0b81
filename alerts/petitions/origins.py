"""Where signatures come from: noted as hashes when they are made, told to staff as numbers."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet
from django.utils import timezone

from alerts.supporters.day_keys import forget_day_keys
from alerts.supporters.sealing import SealBroken
from alerts.supporters.traces import domain_hash, domain_of, network_hash

from .entry import Origin
from .holding import Reason
from .models import Petition, Signature
from .turns import in_turn

logger = logging.getLogger(__name__)

# Long enough to look into an attack; nobody needs to know after that.
NETWORKS_KEPT = timedelta(days=30)
AT_ONCE = 500
HOT = 20
MOST_SHOWN = 50
State = Signature.State


@dataclass(frozen=True, slots=True)
class Source:
    """One domain, network or page with its signatures; ``key`` is what the column holds.

    ``name`` is a domain in words where the viewer may know it, else empty.
    """

    key: str
    total: int
    counted: int
    held: int
    waiting: int
    first: datetime
    last: datetime
    name: str = ""


def noted(origin: Origin | None, email: str) -> dict[str, str]:
    """What a signature keeps of where it came from, by column."""
    origin = origin or Origin()
    return {
        "source": origin.page[: Signature._meta.get_field("source").max_length],
        "network_hash": network_hash(origin.network),
        "domain_hash": domain_hash(email),
        "held_for": Reason.HONEYPOT if origin.is_trapped else "",
    }


def person_of(signature: Signature) -> dict[str, str]:
    """What ``signature`` seals; nothing where it does not open."""
    try:
        return signature.unseal()
    except SealBroken:
        logger.exception("A signature does not open: %s", signature.pk)
        return {}


def forget_networks() -> int:
    """Forget, from time to time, the networks of signatures older than ``NETWORKS_KEPT``.

    The keys of days that are over go as well. Returns how many signatures forgot theirs.
    """
    forget_day_keys()
    return in_turn(_forget_some_networks)


def _forget_some_networks() -> int:
    over = timezone.now() - NETWORKS_KEPT
    old = Signature.objects.filter(signed_at__lte=over).exclude(network_hash="").order_by()
    batch = list(old.values_list("pk", flat=True)[:AT_ONCE])
    return Signature.objects.filter(pk__in=batch).update(network_hash="")


def hot_domains(petition: Petition, *, named: bool) -> list[Source]:
    """Providers with more than ``HOT`` signatures; ``named`` opens one signature of each."""
    found = _sources(petition, "domain_hash")
    names = _domain_names(petition, [row["domain_hash"] for row in found]) if named else {}
    return [_source(row, "domain_hash", names) for row in found]


def hot_networks(petition: Petition) -> list[Source]:
    """Networks, each of one day, with more than ``HOT`` signatures."""
    return [_source(row, "network_hash") for row in _sources(petition, "network_hash")]


def pages(petition: Petition) -> list[Source]:
    """The pages that people signed on, those with few signatures too."""
    return [_source(row, "source") for row in _sources(petition, "source", more_than=0)]


def _sources(petition: Petition, column: str, *, more_than: int = HOT) -> list[dict[str, Any]]:
    known = petition.signatures.exclude(**{column: ""}).exclude(state=State.ANONYMISED)
    rows = (
        known.order_by()
        .values(column)
        .annotate(
            total=Count("pk"),
            counted=_of(State.COUNTED),
            held=_of(State.HELD),
            waiting=_of(State.PENDING),
            first=Min("signed_at"),
            last=Max("signed_at"),
        )
    )
    return list(rows.filter(total__gt=more_than).order_by("-total", column)[:MOST_SHOWN])


def _of(state: State) -> Count:
    return Count("pk", filter=Q(state=state))


def _source(row: dict[str, Any], column: str, names: dict[str, str] | None = None) -> Source:
    values = dict(row)
    key = str(values.pop(column))
    return Source(key=key, name=(names or {}).get(key, ""), **values)


def _domain_names(petition: Petition, hashes: Iterable[str]) -> dict[str, str]:
    """The domains behind ``hashes``, each read from the newest signature that opens."""
    return {key: _domain_name(_with_domain(petition, key)) for key in hashes}


def _with_domain(petition: Petition, key: str) -> QuerySet[Signature]:
    rows = petition.signatures.filter(domain_hash=key).exclude(state=State.ANONYMISED)
    return rows.order_by("-signed_at")[:1]


def _domain_name(signatures: Iterable[Signature]) -> str:
    told = [person_of(signature) for signature in signatures]
    return domain_of(told[0].get("email", "")) if told else ""
