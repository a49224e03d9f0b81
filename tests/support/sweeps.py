"""Changing many signatures at once, as tests begin it and look at what comes of it."""

from alerts.petitions.criteria import Criteria
from alerts.petitions.models import Petition, PublishedPetition, Signature, Sweep
from alerts.petitions.services import begin_sweep
from alerts.supporters.traces import domain_hash
from tests.factories.petitions import SignatureFactory

State = Signature.State
BAD = Criteria(domain_hash=domain_hash("@bad.example"))


def fakes(version: PublishedPetition, number: int = 3) -> list[Signature]:
    """That many counted signatures of one bad provider."""
    return [
        SignatureFactory(version=version, email=f"p{n}@bad.example", counted=True)
        for n in range(number)
    ]


def begin(version: PublishedPetition, criteria: Criteria = BAD) -> Sweep:
    """Begin to make invalid those that fit."""
    return begin_sweep(petition=version.petition, criteria=criteria, to=State.INVALIDATED, by=None)


def states(petition: Petition) -> list[str]:
    """What became of every signature."""
    return sorted(petition.signatures.values_list("state", flat=True))


def count(petition: Petition) -> int:
    """What the public is told."""
    return Petition.objects.get(pk=petition.pk).count
