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


def move_silences(*, before: str, after: str) -> None:
    """Let what is kept of an address under the hash ``before`` be kept under ``after``."""
    kept = list(Silence.objects.filter(email_hash=before))
    moved = [Silence(email_hash=after, about=old.about, since=old.since) for old in kept]
    Silence.objects.bulk_create(moved, ignore_conflicts=True)
    Silence.objects.filter(pk__in=[old.pk for old in kept]).delete()


def is_silent(address: str, *, about: UUID | None = None) -> bool:
    """Whether ``address`` refused all mail, or mail about the ask ``about``."""
    return is_refused(known_hashes(address), about=about)


def is_refused(email_hashes: Collection[str], *, about: UUID | None = None) -> bool:
    """As :func:`is_silent`, of the address that has ``email_hashes``."""
    refused = {EVERYTHING, about or EVERYTHING}
    return Silence.objects.filter(email_hash__in=email_hashes, about__in=refused).exists()
