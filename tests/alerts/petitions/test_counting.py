"""Counting: once per person, exact at every moment, in every language together."""

import random
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoAssertNumQueries

from alerts.petitions.models import Petition, Signature, Tally, TallyEntry
from alerts.petitions.services import (
    Anonymised,
    NeverConfirmed,
    change_state,
    confirm_signature,
    fold_tallies,
)
from alerts.supporters.models import Consent
from alerts.supporters.services import record_consent
from tests.factories.petitions import (
    PetitionFactory,
    PublishedPetitionFactory,
    SignatureFactory,
)

pytestmark = pytest.mark.django_db
State = Signature.State


def confirm(signature: Signature) -> None:
    confirm_signature(signature_id=signature.pk)


def test_a_signature_counts_once_however_often_it_is_confirmed() -> None:
    signature = SignatureFactory()
    confirm(signature)
    first = Signature.objects.get().confirmed_at
    confirm(signature)
    assert signature.petition.count == 1
    assert Signature.objects.get().confirmed_at == first


def test_confirming_puts_the_consents_of_that_act_in_force() -> None:
    signature = SignatureFactory()
    record_consent(
        act=signature.pk,
        organisation=signature.petition.organisation,
        text="Write to me.",
        locale="en",
        email="ana@example.org",
        source="/en/river/",
    )
    confirm(signature)
    assert Consent.objects.in_force().count() == 1


def test_consent_added_by_a_stranger_later_is_not_confirmed_by_an_old_link() -> None:
    signature = SignatureFactory(counted=True)
    record_consent(
        act=signature.pk,
        organisation=signature.petition.organisation,
        text="Write to me.",
        locale="en",
        email="ana@example.org",
        source="/en/river/",
    )
    confirm(signature)
    assert not Consent.objects.in_force().exists()


@pytest.mark.parametrize("state", [State.HELD, State.INVALIDATED, State.WITHDRAWN])
def test_an_old_link_does_not_bring_back_what_was_taken_out(state: State) -> None:
    signature = SignatureFactory(counted=True)
    change_state(signature_id=signature.pk, to=state)
    confirm(signature)
    assert Signature.objects.get().state == state
    assert signature.petition.count == 0


@pytest.mark.parametrize("state", State)
def test_whoever_else_typed_an_address_settles_nothing_for_its_owner(state: State) -> None:
    signature = SignatureFactory()
    with pytest.raises(NeverConfirmed):
        change_state(signature_id=signature.pk, to=state)
    confirm(signature)
    assert signature.petition.count == 1


def test_a_confirmed_signature_cannot_wait_again() -> None:
    signature = SignatureFactory(counted=True)
    with pytest.raises(NeverConfirmed):
        change_state(signature_id=signature.pk, to=State.PENDING)
    assert Signature.objects.get().state == State.COUNTED


def test_anonymising_forgets_who_signed_for_good() -> None:
    version = PublishedPetitionFactory()
    for signature in SignatureFactory.create_batch(2, version=version, counted=True):
        change_state(signature_id=signature.pk, to=State.ANONYMISED)
        with pytest.raises(Anonymised):
            change_state(signature_id=signature.pk, to=State.COUNTED)
    assert [row.unseal() for row in Signature.objects.all()] == [{}, {}]
    assert set(Signature.objects.values_list("email_hash", flat=True)) == {""}
    assert version.petition.count == 0


@pytest.mark.parametrize("state", ["paused", "closed", "delivered", "won"])
def test_who_signed_in_time_counts_also_when_confirming_later(state: str) -> None:
    signature = SignatureFactory()
    Petition.objects.update(state=state)
    confirm(signature)
    assert signature.petition.count == 1


def test_confirming_what_does_not_exist_says_so() -> None:
    with pytest.raises(Signature.DoesNotExist):
        confirm_signature(signature_id=uuid4())


def test_taking_out_and_restoring_move_the_count_and_nothing_else_does() -> None:
    signature = SignatureFactory()
    confirm(signature)
    counts = []
    for state in [State.HELD, State.INVALIDATED, State.COUNTED, State.COUNTED, State.WITHDRAWN]:
        change_state(signature_id=signature.pk, to=state)
        counts.append(signature.petition.count)
    assert counts == [0, 0, 1, 1, 0]


def test_every_language_and_state_adds_to_one_count() -> None:
    petition = PetitionFactory()
    english = PublishedPetitionFactory(petition=petition, locale="en")
    arabic = PublishedPetitionFactory(petition=petition, locale="ar")
    SignatureFactory.create_batch(2, version=english, counted=True)
    SignatureFactory(version=arabic, region="", counted=True)
    SignatureFactory(counted=True)
    fold_tallies()
    assert petition.count == 3
    places = petition.tallies.order_by("locale").values_list("locale", "region", "count")
    assert list(places) == [("ar", "", 1), ("en", "IL", 2)]


def test_the_count_stays_exact_before_between_and_after_folding() -> None:
    petition = PetitionFactory()
    version = PublishedPetitionFactory(petition=petition)
    signatures = SignatureFactory.create_batch(6, version=version)
    dice = random.Random(4)  # noqa: S311 - an order of events, not a secret
    for signature in signatures:
        confirm(signature)
        if dice.random() < 0.5:
            fold_tallies()
    change_state(signature_id=signatures[0].pk, to=State.WITHDRAWN)
    assert petition.count == 5
    fold_tallies()
    assert petition.count == 5
    assert not TallyEntry.objects.exists()


def test_more_entries_than_one_batch_are_all_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alerts.petitions.counting.BATCH", 2)
    version = PublishedPetitionFactory()
    SignatureFactory.create_batch(5, version=version, counted=True)
    assert fold_tallies() == 5
    assert version.petition.count == 5


def test_with_counts_reads_all_petitions_in_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    versions = PublishedPetitionFactory.create_batch(3)
    for number, version in enumerate(versions):
        SignatureFactory.create_batch(number, version=version, counted=True)
    fold_tallies()
    SignatureFactory(version=versions[-1], counted=True)
    with django_assert_num_queries(1):
        counts = {petition.pk: petition.count for petition in Petition.objects.with_counts()}
    assert [counts[version.petition_id] for version in versions] == [0, 1, 3]


def test_recount_repairs_a_tally_that_went_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    version = PublishedPetitionFactory()
    SignatureFactory.create_batch(3, version=version, counted=True)
    fold_tallies()
    Tally.objects.update(count=99)
    SignatureFactory(version=version)
    call_command("recount", version.petition.pk)
    assert capsys.readouterr().out == f"{version.petition.pk}: 3 signatures (-96)\n"
    assert version.petition.count == 3


def test_recount_names_a_petition_that_does_not_exist() -> None:
    with pytest.raises(CommandError, match="no petition 4711"):
        call_command("recount", 4711)
