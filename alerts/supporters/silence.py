"""Addresses that asked not to be mailed, known by their keyed hashes alone."""

from collections.abc import Collection
from uuid import UUID

from .hashing import known_hashes
from .models import EVERYTHING, Silence


def keep_silent(*, email_hash: str, about: UUID = EVERYTHING) -> None:
    """Never mail that address again about the ask ``about``, or about anything; once is enough."""
    silence = Silence(email_hash=email_hash, about=about)
    Silence.objects.bulk_create([silence], ignore_conflicts=True)


def lift_silence(*, email_hashes: Collection[str]) -> int:
    """Let an address be mailed again, about all it refused; returns how many silences it lifts."""
    return Silence.objects.filter(email_hash__in=email_hashes).delete()[0]


def is_silent(address: str, *, about: UUID | None = None) -> bool:
    """Whether ``address`` refused all mail, or mail about the ask ``about``."""
    refused = {EVERYTHING, about or EVERYTHING}
    silences = Silence.objects.filter(email_hash__in=known_hashes(address), about__in=refused)
    return silences.exists()
