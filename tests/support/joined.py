"""An organization and a person who join a statement, as the services are told of them."""

from dataclasses import replace
from typing import Any

from coalition.facts import Facts, Speaker
from coalition.models import Contact, PublishedStatement
from coalition.services import join

HOUSE = Facts(
    is_person=False,
    name="Casa Lakeside",
    affiliation="",
    scope="local",
    places=("IL", "IN"),
    nation="",
    city="Chicago",
    kind="legal",
    languages=("es",),
    website="https://casa-lakeside.org",
)
ROSA = Speaker("Rosa Díaz", "Director", "rosa@casa-lakeside.org")
ANA = replace(
    HOUSE,
    is_person=True,
    name="Ana Ruiz",
    affiliation="Professor of Law",
    website="https://ana.example",
)


def joined(version: PublishedStatement, facts: Facts = HOUSE, **more: Any) -> Contact:
    """Join, and the contact that came of it."""
    before = set(Contact.objects.values_list("pk", flat=True))
    join(version=version, facts=facts, speaker=ROSA, **more)
    return Contact.objects.select_related("endorser").exclude(pk__in=before).get()
