"""A signature that no key opens stops nothing that needs only its address's hash."""

import pytest
from pytest_django import Settings

from alerts.petitions.models import PublishedPetition, Signature
from alerts.petitions.services import confirm_signature, review_held
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.hash_keys import new_hash_key

pytestmark = pytest.mark.django_db
EMAIL = "ana@example.org"
State = Signature.State


@pytest.fixture
def version() -> PublishedPetition:
    found: PublishedPetition = PublishedPetitionFactory(petition__takes_second=True)
    return found


def unreadable(version: PublishedPetition, **facts: object) -> Signature:
    row: Signature = SignatureFactory(version=version, email=EMAIL, **facts)
    Signature.objects.filter(pk=row.pk).update(sealed=b"x" * 60)
    return row


def test_it_can_be_reviewed_while_keys_are_changed(
    version: PublishedPetition, settings: Settings
) -> None:
    rows = [unreadable(version, state="held"), SignatureFactory(version=version, state="held")]
    new_hash_key(settings)
    petition, ids = version.petition, [row.pk for row in rows]
    assert review_held(petition=petition, signature_ids=ids, to=State.COUNTED, by=None) == 2
    assert petition.count == 2


def test_its_link_still_counts_it(version: PublishedPetition, settings: Settings) -> None:
    SignatureFactory(version=version, email=EMAIL, name="Ben", counted=True)
    row = unreadable(version)
    new_hash_key(settings)
    assert confirm_signature(signature_id=row.pk).pk == row.pk
