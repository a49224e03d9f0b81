"""A petition that asks for no confirmation counts what is signed, each address once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from alerts.petitions.entry import Entry
from alerts.petitions.models import PublishedPetition, Signature
from alerts.petitions.services import confirm_signature, mail_forgotten, sign
from alerts.petitions.tasks import mail_confirmation
from alerts.supporters.leaving import leave_ask, leave_everything
from alerts.supporters.models import Consent
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.queue import work

pytestmark = pytest.mark.django_db


@pytest.fixture
def version() -> PublishedPetition:
    found: PublishedPetition = PublishedPetitionFactory(petition__confirms=False)
    return found


def sign_as(version: PublishedPetition, email: str = "ana@example.org") -> None:
    sign(version=version, entry=Entry(name="Ana", email=email, zip="60614"), consents=True)
    work()


def test_a_signature_counts_without_a_mail(version: PublishedPetition) -> None:
    sign_as(version)
    assert version.petition.count == 1
    assert Signature.objects.get().confirmed_at is None
    assert mail.outbox == []


def test_a_consent_that_nobody_confirmed_has_no_force(version: PublishedPetition) -> None:
    sign_as(version)
    assert Consent.objects.awaiting().count() == 1
    assert not Consent.objects.in_force().exists()


def test_an_address_still_counts_once_and_its_owner_is_told(version: PublishedPetition) -> None:
    for _ in range(2):
        sign_as(version)
    assert version.petition.count == Signature.objects.count() == 1
    assert len(mail.outbox) == 1
    assert "/act/confirm/" not in str(mail.outbox[0].body)


@pytest.mark.parametrize("state", [None, *Signature.State])
def test_a_known_address_takes_the_same_queries_as_where_all_confirm(
    state: Signature.State | None,
    version: PublishedPetition,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    if state is not None:
        SignatureFactory(version=version, email="ana@example.org", state=state)
    with django_assert_num_queries(6):
        sign(version=version, entry=Entry(name="Ana", email="ana@example.org", zip="60614"))


def test_two_signers_of_an_address_count_where_two_are_taken() -> None:
    shared = PublishedPetitionFactory(petition__confirms=False, petition__takes_second=True)
    for name in ("Ana", "Luis", "ana"):
        sign(version=shared, entry=Entry(name=name, email="home@example.org", zip="60614"))
        work()
    assert shared.petition.count == 2


@pytest.mark.parametrize("everything", [True, False])
def test_an_address_that_took_all_back_is_held_when_anybody_types_it(
    everything: bool, version: PublishedPetition
) -> None:
    sign_as(version)
    signature = Signature.objects.select_related("version__petition").get()
    if everything:
        leave_everything(email_hashes=signature.known_hashes())
    else:
        leave_ask(kind="signature", act=signature)
    sign_as(version)
    assert version.petition.count == 0
    assert Signature.objects.get(state="held").held_for == "silent"


def test_what_an_address_refused_elsewhere_holds_nothing_here(version: PublishedPetition) -> None:
    elsewhere = SignatureFactory(counted=True, email="ana@example.org")
    leave_ask(kind="signature", act=elsewhere)
    sign_as(version)
    assert version.petition.count == 1


def test_what_the_worker_lost_is_counted_by_the_clock(version: PublishedPetition) -> None:
    SignatureFactory(version=version, signed_at=timezone.now() - timedelta(hours=2))
    assert mail_forgotten() == 1
    work()
    assert version.petition.count == 1


def test_a_task_that_runs_twice_counts_once(version: PublishedPetition) -> None:
    signature = SignatureFactory(version=version)
    for _ in range(2):
        mail_confirmation.call(str(signature.pk))
    assert version.petition.count == 1
    assert mail.outbox == []


@pytest.mark.parametrize("confirms", [True, False])
def test_what_tripped_a_limit_is_held_instead_of_counted(confirms: bool) -> None:
    version = PublishedPetitionFactory(petition__confirms=confirms)
    signature = SignatureFactory(version=version, held_for="network")
    if confirms:
        confirm_signature(signature_id=signature.pk)
    else:
        mail_confirmation.call(str(signature.pk))
    assert Signature.objects.get().state == "held"
    assert version.petition.count == 0
