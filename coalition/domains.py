"""Whether an address belongs to a website: a hint for staff, never a proof."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from alerts.supporters.canonical import canonical_email

if TYPE_CHECKING:
    from .models import Endorser

# Anybody can have an address there, so that it tells nothing about an organization.
MAILBOXES = frozenset(
    {
        *("aol.com", "att.net", "comcast.net", "duck.com", "fastmail.com", "gmail.com", "gmx.com"),
        *("gmx.net", "googlemail.com", "hey.com", "hotmail.com", "icloud.com", "live.com"),
        *("mac.com", "mail.com", "me.com", "msn.com", "naver.com", "outlook.com", "pm.me"),
        *("proton.me", "protonmail.com", "qq.com", "riseup.net", "sbcglobal.net", "tuta.com"),
        *("verizon.net", "yahoo.com", "yahoo.es", "yandex.com", "ymail.com", "zoho.com"),
    }
)


def domain_matches_for(endorser: "Endorser", email: str) -> bool | None:
    """Whether ``email`` is at the website of ``endorser``; ``None`` for a person.

    No person is asked for an address at a domain of their own.
    """
    return domain_matches(email=email, website="" if endorser.is_person else endorser.website)


def domain_matches(*, email: str, website: str) -> bool | None:
    """Whether ``email`` is at the domain of ``website``, above it or below it.

    ``None`` without a website. An address at a provider of mailboxes matches no website, not even
    the provider's own.
    """
    if not website:
        return None
    mail = canonical_email(email).rpartition("@")[2]
    site = canonical_email(f"@{urlsplit(website).hostname}").removeprefix("@").removeprefix("www.")
    return mail not in MAILBOXES and (_is_within(mail, site) or _is_within(site, mail))


def _is_within(domain: str, other: str) -> bool:
    return domain == other or domain.endswith(f".{other}")
