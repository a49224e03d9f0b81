"""Consent: to one organisation, for the sentence shown, in force only once confirmed."""

from uuid import UUID, uuid4

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from alerts.supporters.models import Consent, ConsentText, ImmutableRow, Organisation
from alerts.supporters.services import (
    confirm_consents,
    erase_consents,
    organisations_awaiting,
    record_consent,
)
from tests.factories.supporters import ConsentFactory, ConsentTextFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
SENTENCE = "River Neighbours may write to me."


def give(act: UUID, organisation: Organisation, text: str = SENTENCE) -> None:
    record_consent(
        act=act,
        organisation=organisation,
        text=text,
        locale="en",
        email="Ana@example.org",
        source="/en/river/",
    )


def test_consent_keeps_the_sentence_and_seals_the_address() -> None:
    act = uuid4()
    give(act, OrganisationFactory())
    consent = Consent.objects.get(act=act)
    assert consent.text.text == SENTENCE
    assert consent.unseal() == {"email": "Ana@example.org"}
    assert b"ana" not in bytes(consent.sealed).lower()


def test_consent_is_not_in_force_before_it_is_confirmed() -> None:
    act = uuid4()
    give(act, OrganisationFactory())
    assert not Consent.objects.in_force().exists()
    confirm_consents(act=act)
    assert Consent.objects.in_force().count() == 1


def test_confirming_one_act_leaves_other_peoples_alone() -> None:
    other = ConsentFactory()
    confirm_consents(act=uuid4())
    other.refresh_from_db()
    assert other.confirmed_at is None


def test_confirming_again_keeps_the_first_time() -> None:
    act = uuid4()
    give(act, OrganisationFactory())
    confirm_consents(act=act)
    first = Consent.objects.get().confirmed_at
    confirm_consents(act=act)
    assert Consent.objects.get().confirmed_at == first


def test_erasing_what_nobody_will_confirm_keeps_what_somebody_did() -> None:
    confirmed, awaiting = ConsentFactory(), ConsentFactory()
    other = ConsentFactory()
    confirm_consents(act=confirmed.act)
    erase_consents(acts=[confirmed.act, awaiting.act])
    assert set(Consent.objects.all()) == {confirmed, other}


def test_a_double_submit_leaves_one_consent_and_costs_the_same_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    act, organisation = uuid4(), OrganisationFactory()
    with transaction.atomic():
        for _ in range(2):
            with django_assert_num_queries(5):
                give(act, organisation)
    assert Consent.objects.count() == 1
    assert ConsentText.objects.count() == 1


def test_after_taking_it_back_consent_can_be_given_afresh() -> None:
    act, organisation = uuid4(), OrganisationFactory()
    give(act, organisation)
    confirm_consents(act=act)
    Consent.objects.update(withdrawn_at="2026-03-01T12:00:00Z")
    give(act, organisation)
    assert Consent.objects.awaiting().count() == 1


def test_whom_confirming_would_let_write_is_known_until_it_is_confirmed() -> None:
    act = uuid4()
    give(act, OrganisationFactory(name="River Neighbours"))
    assert organisations_awaiting(act=act) == ["River Neighbours"]
    confirm_consents(act=act)
    assert organisations_awaiting(act=act) == []


def test_a_sentence_once_shown_cannot_be_reworded() -> None:
    text = ConsentTextFactory()
    text.text = "Anybody may write to me."
    with pytest.raises(ImmutableRow):
        text.save()
    with pytest.raises(ImmutableRow):
        ConsentText.objects.update(text="Anybody may write to me.")


def test_a_page_address_too_long_to_keep_is_cut_rather_than_refused() -> None:
    record_consent(
        act=uuid4(),
        organisation=OrganisationFactory(),
        text=SENTENCE,
        locale="en",
        email="ana@example.org",
        source="/" + "x" * 3000,
    )
    assert len(Consent.objects.get().source) == 500


def test_a_consent_names_nobody_where_it_is_printed() -> None:
    consent = ConsentFactory(email="ana@example.org")
    assert "ana" not in repr(consent)
