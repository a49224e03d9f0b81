"""Two people may share an address where the petition says so; one person never counts twice."""

import base64

import pytest
from pytest_django import Settings

from alerts.petitions.models import PublishedPetition, Signature
from alerts.petitions.services import confirm_signature
from alerts.petitions.tasks import mail_confirmation
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def shared() -> PublishedPetition:
    version: PublishedPetition = PublishedPetitionFactory(petition__takes_second=True)
    return version


def typed(version: PublishedPetition, name: str) -> Signature:
    signature: Signature = SignatureFactory(version=version, email="home@example.org", name=name)
    return signature


def confirm(*signatures: Signature) -> list[Signature]:
    return [confirm_signature(signature_id=signature.pk) for signature in signatures]


def test_two_names_of_an_address_count_as_two(shared: PublishedPetition) -> None:
    confirm(typed(shared, "李伟"), typed(shared, "عبد الله"))
    assert shared.petition.count == 2
    assert set(Signature.objects.values_list("slot", "state")) == {(1, "counted"), (2, "counted")}


def test_by_default_an_address_counts_once_whatever_the_names() -> None:
    version = PublishedPetitionFactory()
    first = confirm(typed(version, "Ana"))
    assert confirm(typed(version, "Luis")) == first
    assert version.petition.count == 1


@pytest.mark.parametrize("again", ["ana ruiz", "ANA  RUIZ", " Ana Ruiz"])
def test_one_name_in_two_spellings_is_one_person(shared: PublishedPetition, again: str) -> None:
    first = confirm(typed(shared, "Ana Ruiz"))
    assert confirm(typed(shared, again)) == first
    assert shared.petition.count == Signature.objects.count() == 1


def test_a_third_name_finds_no_room(shared: PublishedPetition) -> None:
    confirm(typed(shared, "Ana"), typed(shared, "Luis"))
    third = typed(shared, "Mia")
    assert confirm(third)[0] != third
    assert shared.petition.count == 2
    assert not Signature.objects.filter(pk=third.pk).exists()


def test_confirming_one_keeps_what_waits_for_the_other(shared: PublishedPetition) -> None:
    ana, twice, luis = (typed(shared, name) for name in ("Ana", "ana", "Luis"))
    confirm(ana)
    assert set(Signature.objects.all()) == {ana, luis}
    assert not Signature.objects.filter(pk=twice.pk).exists()


def test_pressing_the_second_ones_button_again_answers_for_the_second(
    shared: PublishedPetition,
) -> None:
    ana, luis = typed(shared, "Ana"), typed(shared, "Luis")
    confirm(ana, luis)
    assert confirm(ana, luis) == [ana, luis]
    assert shared.petition.count == 2


def test_the_second_is_asked_to_confirm_while_there_is_room(
    shared: PublishedPetition, mailoutbox: list[object]
) -> None:
    confirm(typed(shared, "Ana"))
    luis = typed(shared, "Luis")
    mail_confirmation.call(str(luis.pk))
    assert len(mailoutbox) == 1
    luis.refresh_from_db()
    assert luis.mails_sent == 1


def test_who_was_made_invalid_keeps_the_place(shared: PublishedPetition) -> None:
    SignatureFactory(version=shared, email="home@example.org", name="Ana", state="invalidated")
    confirm(typed(shared, "ana"))
    assert shared.petition.count == 0
    confirm(typed(shared, "Luis"))
    assert shared.petition.count == 1


def test_while_the_hash_key_is_changed_one_name_stays_one_person(
    shared: PublishedPetition, settings: Settings
) -> None:
    first = confirm(typed(shared, "Ana"))
    settings.OLD_HASH_KEYS = [settings.HASH_KEY]
    settings.HASH_KEY = base64.urlsafe_b64encode(b"newer" + b"." * 27).decode()
    assert confirm(typed(shared, "ANA")) == first
    assert shared.petition.count == 1
