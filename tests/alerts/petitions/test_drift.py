"""Whatever happens to signatures, the tallies say what the signatures say."""

import random
from collections import Counter

import pytest
from pytest_django import DjangoAssertNumQueries

from alerts.petitions.counting import split
from alerts.petitions.models import Petition, Signature, TallyEntry
from alerts.petitions.services import change_state, confirm_signature, fold_tallies, recount
from tests.factories.petitions import PetitionFactory, PublishedPetitionFactory, SignatureFactory

pytestmark = pytest.mark.django_db
State = Signature.State
LATER = [State.COUNTED, State.HELD, State.INVALIDATED, State.WITHDRAWN]


def truth(petition: Petition) -> Counter[tuple[str, str]]:
    counted = petition.signatures.filter(state=State.COUNTED)
    return Counter(counted.values_list("locale", "region"))


def live_through(petition: Petition, dice: random.Random) -> None:
    """Twenty signatures are confirmed, changed and folded in any order."""
    signatures = [
        SignatureFactory(
            version=PublishedPetitionFactory(petition=petition, locale=f"x{number}"),
            region=dice.choice(["IL", "OH", ""]),
        )
        for number in range(4)
        for _ in range(1)
    ]
    signatures += [
        SignatureFactory(version=signature.version, region=dice.choice(["IL", "OH", ""]))
        for signature in signatures * 4
    ]
    for _ in range(60):
        signature = Signature.objects.get(pk=dice.choice(signatures).pk)
        if signature.is_pending:
            confirm_signature(signature_id=signature.pk)
        else:
            change_state(signature_id=signature.pk, to=dice.choice(LATER))
        if dice.random() < 0.2:
            fold_tallies()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_split_never_drifts_from_the_signatures(seed: int) -> None:
    petition = PetitionFactory()
    live_through(petition, random.Random(seed))  # noqa: S311 - an order of events, not a secret
    expected = truth(petition)
    assert split(petition) == expected
    assert petition.count == expected.total()
    fold_tallies()
    assert not TallyEntry.objects.filter(petition=petition).exists()
    assert split(petition) == expected
    assert recount(petition) == expected.total()
    assert split(petition) == expected


def test_recounting_in_the_middle_of_folding_changes_nothing() -> None:
    version = PublishedPetitionFactory()
    SignatureFactory.create_batch(3, version=version, counted=True)
    fold_tallies()
    SignatureFactory.create_batch(2, version=version, counted=True)
    assert recount(version.petition) == 5
    assert fold_tallies() == 0
    assert version.petition.count == 5


def test_places_that_nobody_is_left_in_are_not_listed() -> None:
    signature = SignatureFactory(counted=True)
    fold_tallies()
    change_state(signature_id=signature.pk, to=State.WITHDRAWN)
    assert split(signature.petition) == {}


def test_the_split_of_any_size_costs_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    petition = PetitionFactory()
    for locale in ("ar", "en", "es"):
        version = PublishedPetitionFactory(petition=petition, locale=locale)
        SignatureFactory.create_batch(2, version=version, counted=True)
    fold_tallies()
    SignatureFactory(version=version, region="OH", counted=True)
    with django_assert_num_queries(1):
        found = split(petition)
    assert found == {("ar", "IL"): 2, ("en", "IL"): 2, ("es", "IL"): 2, ("es", "OH"): 1}
