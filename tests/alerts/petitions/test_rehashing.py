"""Hashing anew brings one address together: nobody counts twice, and nobody else is lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import ModelLogEntry

from alerts.petitions.models import PublishedPetition, Signature
from alerts.petitions.services import confirm_signature, recount
from alerts.supporters.dossier import find
from alerts.supporters.hashing import email_hash, name_hash
from alerts.supporters.models import Consent
from alerts.supporters.silence import is_silent, keep_silent
from alerts.supporters.traces import domain_hash
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.factories.supporters import ConsentFactory
from tests.support.hash_keys import hashed_as_typed, new_hash_key
from tests.support.threads import at_once

pytestmark = pytest.mark.django_db
HOME = "home@example.org"
DOTTED, PLAIN = "a.na+news@gmail.com", "ana@gmail.com"


@pytest.fixture
def shared() -> PublishedPetition:
    version: PublishedPetition = PublishedPetitionFactory(petition__takes_second=True)
    return version


@pytest.fixture
def single() -> PublishedPetition:
    version: PublishedPetition = PublishedPetitionFactory()
    return version


def signed(version: PublishedPetition, name: str = "Ana", **facts: Any) -> Signature:
    facts = {"email": HOME, "counted": True, **facts}
    signature: Signature = SignatureFactory(version=version, name=name, **facts)
    return signature


def by_the_old_rule(signature: Signature, settings: Settings) -> Signature:
    """Leave of ``signature`` what it had before providers, names and domains were looked at."""
    address = signature.unseal()["email"]
    signature.email_hash = hashed_as_typed(address, settings.HASH_KEY)
    signature.name_hash = signature.domain_hash = ""
    signature.save()
    return signature


def standing() -> list[tuple[str, int, str]]:
    """Who still signs, in the order of their places."""
    rows = Signature.objects.exclude(email_hash="").order_by("slot")
    return [(row.unseal()["name"], row.slot, row.state) for row in rows]


def test_two_people_of_one_address_both_stay(shared: PublishedPetition, settings: Settings) -> None:
    signed(shared, "Ana")
    new_hash_key(settings)
    signed(shared, "Ben")
    call_command("rotate_hash_key")
    assert {(name, state) for name, _, state in standing()} == {
        ("Ana", "counted"),
        ("Ben", "counted"),
    }
    assert {slot for _, slot, _ in standing()} == {1, 2}
    assert shared.petition.count == 2


def test_two_who_settled_together_stay_where_a_second_is_not_taken_any_more(
    single: PublishedPetition, settings: Settings
) -> None:
    signed(single, "Ana")
    signed(single, "Ben", slot=2)
    new_hash_key(settings)
    call_command("rotate_hash_key")
    assert standing() == [("Ana", 1, "counted"), ("Ben", 2, "counted")]


def test_a_third_one_and_the_same_name_again_give_way(
    shared: PublishedPetition, settings: Settings
) -> None:
    now = timezone.now()
    signed(shared, "Ana", signed_at=now)
    signed(shared, "Ben", slot=2, signed_at=now + timedelta(hours=1))
    new_hash_key(settings)
    signed(shared, "ANA", signed_at=now + timedelta(hours=2))
    signed(shared, "Cy", slot=2, signed_at=now + timedelta(hours=3))
    call_command("rotate_hash_key")
    assert standing() == [("Ana", 1, "counted"), ("Ben", 2, "counted")]
    assert shared.petition.count == 2


@pytest.mark.parametrize("late", [True, False])
def test_the_earlier_of_two_stays_whichever_key_it_has(
    late: bool, single: PublishedPetition, settings: Settings
) -> None:
    first, second = (timezone.now() + timedelta(hours=hour) for hour in (0, 1))
    old = signed(single, "Ana", signed_at=second if late else first)
    new_hash_key(settings)
    new = signed(single, "Ana", signed_at=first if late else second)
    call_command("rotate_hash_key")
    kept = Signature.objects.exclude(email_hash="").get()
    assert kept == (new if late else old)
    assert kept.email_hash == email_hash(HOME)
    assert single.petition.count == 1


@pytest.mark.parametrize("state", ["held", "invalidated", "withdrawn"])
@pytest.mark.parametrize("counts_under_the_old_key", [True, False])
def test_who_counts_stays_before_who_does_not(
    counts_under_the_old_key: bool, state: str, single: PublishedPetition, settings: Settings
) -> None:
    earlier = {"counted": False, "state": state, "signed_at": timezone.now() - timedelta(days=1)}
    signed(single, **({} if counts_under_the_old_key else earlier))
    new_hash_key(settings)
    signed(single, **(earlier if counts_under_the_old_key else {}))
    call_command("rotate_hash_key")
    assert standing() == [("Ana", 1, "counted")]
    assert single.petition.count == 1


def test_what_was_withdrawn_is_told_and_its_consent_has_no_force_any_more(
    single: PublishedPetition, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    confirmed = {"email": HOME, "confirmed_at": timezone.now()}
    first = signed(single, signed_at=timezone.now() - timedelta(days=1))
    ConsentFactory(act=first.pk, **confirmed)
    new_hash_key(settings)
    ConsentFactory(act=signed(single).pk, **confirmed)
    call_command("rotate_hash_key")
    assert Consent.objects.in_force().get().act == first.pk
    assert "signatures: 1 of 2 changed, 1 withdrawn as done twice" in capsys.readouterr().out
    noted = ModelLogEntry.objects.get(action="petitions.merge")
    assert (noted.object_id, noted.data) == (str(single.petition_id), {"number": 1})
    assert single.petition.count == recount(single.petition) == 1


def test_what_waits_to_be_confirmed_is_hashed_and_waits_on(
    shared: PublishedPetition, settings: Settings
) -> None:
    signed(shared)
    ben = signed(shared, "Ben", counted=False)
    new_hash_key(settings)
    call_command("rotate_hash_key")
    settings.OLD_HASH_KEYS = []
    assert confirm_signature(signature_id=ben.pk).slot == 2
    assert shared.petition.count == 2


def test_what_no_key_opens_keeps_its_place_and_nothing_is_erased_of_it(
    single: PublishedPetition, settings: Settings
) -> None:
    broken = signed(single)
    Signature.objects.filter(pk=broken.pk).update(sealed=b"x" * 60)
    new_hash_key(settings)
    signed(single)
    with pytest.raises(CommandError, match="no key opens: 1"):
        call_command("rotate_hash_key")
    kept = Signature.objects.get(pk=broken.pk)
    assert (kept.state, kept.email_hash) == ("counted", broken.email_hash)


def test_a_row_of_the_rule_before_is_found_and_not_counted_twice(
    single: PublishedPetition, settings: Settings
) -> None:
    old = by_the_old_rule(signed(single, email=DOTTED), settings)
    call_command("rotate_hash_key")
    old.refresh_from_db()
    assert old.email_hash == email_hash(PLAIN)
    assert old.name_hash == name_hash("Ana", PLAIN)
    assert old.domain_hash == domain_hash(PLAIN)
    assert find(PLAIN) == [old]
    again = signed(single, email=PLAIN, counted=False)
    assert confirm_signature(signature_id=again.pk) == old
    assert single.petition.count == 1


def test_two_spellings_that_the_rule_before_took_for_two_people_count_once(
    single: PublishedPetition, settings: Settings
) -> None:
    for hour, email in enumerate((DOTTED, "an.a@gmail.com", PLAIN)):
        at = timezone.now() + timedelta(hours=hour)
        by_the_old_rule(signed(single, email=email, signed_at=at), settings)
    assert single.petition.count == 3
    call_command("rotate_hash_key")
    assert Signature.objects.exclude(email_hash="").get().unseal()["email"] == DOTTED
    assert single.petition.count == 1


def test_before_it_runs_an_address_is_known_as_it_was_spelled(
    single: PublishedPetition, settings: Settings
) -> None:
    old = by_the_old_rule(signed(single, email=DOTTED), settings)
    again = signed(single, email=DOTTED, counted=False)
    assert {act.pk for act in find(DOTTED)} == {old.pk, again.pk}
    assert confirm_signature(signature_id=again.pk) == old


def test_a_silence_under_an_older_hash_goes_with_the_address(
    single: PublishedPetition, settings: Settings
) -> None:
    old = by_the_old_rule(signed(single, email=DOTTED), settings)
    keep_silent(email_hash=old.email_hash, about=single.petition.uuid)
    assert not is_silent(PLAIN, about=single.petition.uuid)
    call_command("rotate_hash_key")
    assert is_silent(PLAIN, about=single.petition.uuid)
    new_hash_key(settings)
    call_command("rotate_hash_key")
    settings.OLD_HASH_KEYS = []
    assert is_silent(PLAIN, about=single.petition.uuid)
    assert not is_silent(PLAIN)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("needs_postgresql")
def test_who_confirms_while_their_address_is_hashed_anew_counts_once(settings: Settings) -> None:
    version = PublishedPetitionFactory()
    old = [signed(version, email=f"p{number}@example.org") for number in range(8)]
    new_hash_key(settings)
    new = [signed(version, email=f"p{number}@example.org", counted=False) for number in range(8)]

    def confirm() -> None:
        for row in new:
            confirm_signature(signature_id=row.pk)

    at_once(lambda: call_command("rotate_hash_key"), confirm)
    kept = Signature.objects.exclude(email_hash="")
    assert set(kept) == set(old)
    assert {row.email_hash for row in kept} == {
        email_hash(f"p{number}@example.org") for number in range(8)
    }
    assert version.petition.count == recount(version.petition) == 8
