"""Signing: pending and sealed, the same for new and known addresses."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from alerts.petitions.entry import Entry
from alerts.petitions.models import Petition, PublishedPetition, Signature
from alerts.petitions.services import PetitionClosed, WordsChanged, sign
from alerts.supporters.models import Consent
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.queue import queued

pytestmark = pytest.mark.django_db


def sign_as(
    version: PublishedPetition, email: str = "Ana@example.org", *, consents: bool = False
) -> None:
    entry = Entry(name="Ana Ruiz", email=email, zip="60614", region="IL")
    sign(version=version, entry=entry, consents=consents)


def test_a_signature_is_born_pending_sealed_and_bound_to_the_words() -> None:
    version = PublishedPetitionFactory(locale="es")
    sign_as(version)
    signature = Signature.objects.get()
    assert signature.state == "pending"
    assert signature.version == version
    assert (signature.locale, signature.region) == ("es", "IL")
    assert signature.unseal() == {"name": "Ana Ruiz", "email": "Ana@example.org", "zip": "60614"}
    assert version.petition.count == 0


def test_a_mail_is_queued_ahead_of_others_and_the_queue_holds_no_person() -> None:
    sign_as(PublishedPetitionFactory())
    waiting = queued().get()
    assert waiting.args_kwargs == {"args": [str(Signature.objects.get().pk)], "kwargs": {}}
    assert waiting.priority == 90


@pytest.mark.parametrize("consents", [False, True])
@pytest.mark.parametrize("state", [None, *Signature.State])
def test_a_known_address_takes_the_same_queries_as_a_new_one(
    state: Signature.State | None,
    consents: bool,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    version = PublishedPetitionFactory()
    if state is not None:
        SignatureFactory(version=version, email="ana@example.org", state=state)
    with django_assert_num_queries(11 if consents else 6):
        sign_as(version, consents=consents)
    assert Signature.objects.filter(state="pending", fingerprint__isnull=False).count() == 1
    assert queued().count() == 1
    assert Consent.objects.count() == consents


@pytest.mark.parametrize("consents", [False, True])
def test_the_same_submit_twice_takes_the_same_queries_and_is_one_signature(
    consents: bool, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    version = PublishedPetitionFactory()
    for _ in range(2):
        with django_assert_num_queries(11 if consents else 6):
            sign_as(version, consents=consents)
    assert Signature.objects.count() == 1
    assert Consent.objects.count() == consents


def test_a_box_that_was_ticked_later_belongs_to_that_submit_alone() -> None:
    version = PublishedPetitionFactory()
    sign_as(version)
    unticked = Signature.objects.get()
    sign_as(version, consents=True)
    assert Consent.objects.get().act != unticked.pk


def test_signing_again_after_a_signature_was_erased_makes_a_new_one() -> None:
    version = PublishedPetitionFactory()
    sign_as(version)
    Signature.objects.all().delete()
    sign_as(version)
    assert Signature.objects.count() == 1


def test_an_address_may_sign_two_petitions() -> None:
    sign_as(PublishedPetitionFactory())
    sign_as(PublishedPetitionFactory())
    assert Signature.objects.count() == 2


def test_signing_again_does_not_overwrite_who_signed() -> None:
    version = PublishedPetitionFactory()
    first = SignatureFactory(version=version, email="ana@example.org", name="Ana", counted=True)
    entry = Entry(name="Mallory", email="ana@example.org", zip="10001", region="NY")
    sign(version=version, entry=entry)
    assert Signature.objects.get(pk=first.pk).unseal()["name"] == "Ana"


@pytest.mark.parametrize("state", ["draft", "paused", "closed", "delivered", "won"])
def test_a_petition_that_is_not_open_takes_no_signature(state: str) -> None:
    version = PublishedPetitionFactory(petition__state=state)
    with pytest.raises(PetitionClosed) as refusal:
        sign_as(version)
    assert refusal.value.state == state
    assert not Signature.objects.exists()
    assert not queued().exists()


def test_past_its_deadline_an_open_petition_is_closed() -> None:
    over = timezone.now() - timedelta(seconds=1)
    version = PublishedPetitionFactory(petition__closes_at=over)
    with pytest.raises(PetitionClosed):
        sign_as(version)
    assert version.petition.current_state == "closed"
    assert version.petition not in Petition.objects.open()


def test_a_petition_closed_after_the_page_was_opened_takes_no_signature() -> None:
    version = PublishedPetitionFactory()
    Petition.objects.update(state="paused")
    assert version.petition.is_open
    with pytest.raises(PetitionClosed):
        sign_as(version)


def test_an_archived_petition_takes_no_signature() -> None:
    version = PublishedPetitionFactory(petition__archived_at=timezone.now())
    with pytest.raises(PetitionClosed):
        sign_as(version)


def test_old_words_are_answered_with_the_new_ones() -> None:
    old = PublishedPetitionFactory()
    new = PublishedPetitionFactory(
        petition=old.petition, number=2, words={"title": "Open both river paths"}
    )
    PublishedPetitionFactory(petition=old.petition, locale="es", number=3)
    with pytest.raises(WordsChanged) as refusal:
        sign_as(old)
    assert refusal.value.latest == new
    assert not Signature.objects.exists()


def test_consent_keeps_the_words_of_the_version_and_the_page() -> None:
    version = PublishedPetitionFactory()
    sign_as(version, consents=True)
    consent = Consent.objects.get()
    assert consent.text.text == version.consent_text
    assert consent.text.organisation == version.petition.organisation
    assert (consent.act, consent.source) == (Signature.objects.get().pk, "/en/river/")


def test_without_an_organisation_there_is_nobody_to_consent_to() -> None:
    sign_as(PublishedPetitionFactory(petition__organisation=None), consents=True)
    assert Signature.objects.exists()
    assert not Consent.objects.exists()


def test_a_signature_names_nobody_where_it_is_printed() -> None:
    signature = SignatureFactory(name="Ana Ruiz", email="ana@example.org", zip="60614")
    assert not {"Ana", "60614"} & set(repr(signature).split())
    assert "example" not in repr(signature)
