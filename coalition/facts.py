"""What is known of an endorser, as plain values: its public facts, and who speaks for it."""

from dataclasses import asdict, dataclass

from .models import Endorser


@dataclass(frozen=True, slots=True)
class Facts:
    """What the public may know of one endorser; ``places`` and ``languages`` are sorted codes."""

    is_person: bool
    name: str
    affiliation: str
    scope: str
    places: tuple[str, ...]
    nation: str
    city: str
    kind: str
    languages: tuple[str, ...]
    website: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks for an endorser: for staff only, and sealed wherever it is stored."""

    name: str
    role: str
    email: str


def facts_of(endorser: Endorser) -> Facts:
    """The facts of an endorser as they stand."""
    return Facts(
        is_person=endorser.is_person,
        name=endorser.name,
        affiliation=endorser.affiliation,
        scope=endorser.scope,
        places=tuple(endorser.places.values_list("code", flat=True)),
        nation=endorser.nation,
        city=endorser.city,
        kind=endorser.kind,
        languages=tuple(endorser.languages.values_list("code", flat=True)),
        website=endorser.website,
    )


def as_texts(facts: Facts) -> dict[str, str]:
    """``facts`` as a correction is sealed: text by field, codes joined with commas.

    Whether it is a person is no fact that can be corrected.
    """
    texts = asdict(facts)
    del texts["is_person"]
    return {
        name: ",".join(fact) if isinstance(fact, tuple) else str(fact)
        for name, fact in texts.items()
    }
