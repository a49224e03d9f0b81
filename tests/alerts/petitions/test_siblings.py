"""Anybody may type any address; its owner decides which signature it was, and once."""

import pytest

from alerts.petitions.entry import Entry
from alerts.petitions.models import PublishedPetition, Signature
from alerts.petitions.services import confirm_signature, sign
from alerts.supporters.models import Consent
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.factories.supporters import ConsentFactory

pytestmark = pytest.mark.django_db


def typed_as(version: PublishedPetition, name: str, *, consents: bool) -> Signature:
    before = set(Signature.objects.values_list("pk", flat=True))
    entry = Entry(name=name, email="ana@example.org", zip="60614", region="IL")
    sign(version=version, entry=entry, consents=consents)
    return Signature.objects.exclude(pk__in=before).get()


def test_who_typed_an_address_first_does_not_decide_what_its_owner_signed() -> None:
    version = PublishedPetitionFactory()
    typed_as(version, "Mallory", consents=True)
    own = typed_as(version, "Ana Ruiz", consents=False)
    counted = confirm_signature(signature_id=own.pk)
    assert counted.unseal()["name"] == "Ana Ruiz"
    assert Signature.objects.get() == own
    assert not Consent.objects.exists()
    assert version.petition.count == 1


def test_who_typed_an_address_last_does_not_either() -> None:
    version = PublishedPetitionFactory()
    own = typed_as(version, "Ana Ruiz", consents=True)
    typed_as(version, "Mallory", consents=True)
    confirm_signature(signature_id=own.pk)
    assert Signature.objects.get().unseal()["name"] == "Ana Ruiz"
    assert Consent.objects.in_force().get().act == own.pk


@pytest.mark.parametrize("state", [state for state in Signature.State if state != "pending"])
def test_confirming_what_came_after_changes_nothing(state: Signature.State) -> None:
    settled = SignatureFactory(email="ana@example.org", state=state)
    later = SignatureFactory(version=settled.version, email="ANA@example.org")
    ConsentFactory(act=later.pk)
    count = settled.petition.count
    assert confirm_signature(signature_id=later.pk) == settled
    assert Signature.objects.get().state == state
    assert settled.petition.count == count
    assert not Consent.objects.exists()


def test_confirming_leaves_other_addresses_and_other_petitions_alone() -> None:
    own = SignatureFactory(email="ana@example.org")
    other = SignatureFactory(version=own.version, email="luis@example.org")
    elsewhere = SignatureFactory(email="ana@example.org")
    ConsentFactory(act=other.pk)
    confirm_signature(signature_id=own.pk)
    assert set(Signature.objects.filter(state="pending")) == {other, elsewhere}
    assert Consent.objects.awaiting().count() == 1


def test_after_confirming_the_same_submit_is_a_new_one_for_whoever_looks_on() -> None:
    version = PublishedPetitionFactory()
    own = typed_as(version, "Ana Ruiz", consents=False)
    confirm_signature(signature_id=own.pk)
    again = typed_as(version, "Ana Ruiz", consents=False)
    assert confirm_signature(signature_id=again.pk) == own
    assert version.petition.count == 1
