"""The limits beyond which acts are held for review: editable data, with defaults."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from .models import Limit
from .traces import known_domain_hashes

# Where half of all people have their mail: many from there say nothing about any of them.
COMMON_PROVIDERS = (
    "aol.com",
    "att.net",
    "comcast.net",
    "gmail.com",
    "gmx.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "mail.com",
    "me.com",
    "msn.com",
    "naver.com",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "sbcglobal.net",
    "verizon.net",
    "yahoo.com",
    "ymail.com",
)
HOUR, DAY = 60, 24 * 60
DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    # A church hall shares one address: a full one signs within an hour.
    Limit.Scope.NETWORK: {"most": 60, "minutes": HOUR},
    Limit.Scope.ADDRESS: {"most": 10, "minutes": DAY},
    Limit.Scope.DOMAIN: {"most": 100, "minutes": HOUR, "spared": "\n".join(COMMON_PROVIDERS)},
    # A petition on television is no attack; who is attacked can set a limit.
    Limit.Scope.PETITION: {"most": None, "minutes": HOUR},
}


@dataclass(frozen=True, slots=True)
class Cap:
    """At most ``most`` acts within ``window``; those of the ``spared`` domains do not count.

    Domains are hashed, under all keys: acts from before a change of the key are spared as well.
    """

    most: int
    window: timedelta
    spared: frozenset[str] = frozenset()


def ensure_limits() -> None:
    """Create the limits that are missing; those that somebody has changed stay as they are."""
    for scope, values in DEFAULTS.items():
        Limit.objects.get_or_create(scope=scope, defaults=values)


def caps() -> dict[str, Cap]:
    """What holds now, by scope, in one query; a scope without a limit is left out."""
    rows = {row.scope: row for row in Limit.objects.all()}
    limits = [rows.get(scope) or Limit(scope=scope, **DEFAULTS[scope]) for scope in DEFAULTS]
    return {limit.scope: _cap(limit) for limit in limits if limit.most is not None}


def _cap(limit: Limit) -> Cap:
    names = [line.strip().lstrip("@") for line in limit.spared.splitlines() if line.strip()]
    return Cap(
        most=limit.most or 0,
        window=timedelta(minutes=limit.minutes),
        spared=frozenset(known for name in names for known in known_domain_hashes(f"@{name}")),
    )
