"""Which names go into a packet, in which order and volumes."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from alerts.petitions.models import Packet, Petition, Signature
from alerts.petitions.models.settings import Shown
from alerts.petitions.packet import names
from alerts.petitions.packet.names import in_volume, read_names
from alerts.petitions.packet.tasks import prepare_packet
from alerts.petitions.services import change_state
from tests.support.packets import made, shown_petition, sign

pytestmark = pytest.mark.django_db


def told(packet: Packet, volume: int = 1) -> list[str]:
    rows = in_volume(packet, volume)
    return [signer.name for signer in read_names(packet.petition, rows)]


@pytest.fixture
def two_a_volume(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "VOLUME", 2)


def test_only_who_agreed_is_named_in_the_order_of_signing() -> None:
    version = shown_petition()
    now = timezone.now()
    sign(version, name="Later", signed_at=now)
    sign(version, name="Earlier", signed_at=now - timedelta(hours=1))
    sign(version, name="Silent", agreed=Shown.NOTHING)

    packet = made(version.petition)

    assert told(packet) == ["Earlier", "Later"]
    assert packet.named == 2


@pytest.mark.parametrize("state", ["pending", "held", "invalidated", "withdrawn"])
def test_who_does_not_count_is_not_named(state: str) -> None:
    version = shown_petition()
    sign(version, state=state)

    assert made(version.petition).starts == []


def test_a_wider_setting_shows_no_more_than_was_agreed() -> None:
    version = shown_petition(Shown.FULL_NAME)
    sign(version, name="Ana Ruiz", agreed=Shown.FIRST_NAME)

    assert told(made(version.petition)) == ["Ana"]


def test_a_narrower_setting_hides_what_was_agreed() -> None:
    version = shown_petition(Shown.FULL_NAME)
    sign(version, name="Ana Ruiz")
    packet = made(version.petition)

    Petition.objects.update(shows=Shown.FIRST_NAME)
    packet.petition.refresh_from_db()
    assert told(packet) == ["Ana"]
    Petition.objects.update(shows=Shown.NOTHING)
    packet.petition.refresh_from_db()
    assert told(packet) == []


def test_a_place_with_few_signers_is_not_beside_a_name() -> None:
    version = shown_petition()
    sign(version, 5, region="IL")
    sign(version, 1, region="WY")

    packet = made(version.petition)
    signers = read_names(packet.petition, in_volume(packet, 1))

    assert sorted(signer.place for signer in signers) == ["", *["Illinois"] * 5]


@pytest.mark.usefixtures("two_a_volume")
def test_nobody_slips_between_volumes_when_somebody_withdraws() -> None:
    version = shown_petition()
    now = timezone.now()
    rows = [
        sign(version, name=name, signed_at=now - timedelta(minutes=9 - at))[0]
        for at, name in enumerate("ABCDE")
    ]
    packet = made(version.petition)

    change_state(signature_id=rows[0].pk, to=Signature.State.WITHDRAWN)

    assert len(packet.starts) == 3
    assert [told(packet, volume) for volume in (1, 2, 3)] == [["B"], ["C", "D"], ["E"]]


@pytest.mark.usefixtures("two_a_volume")
def test_signatures_of_one_moment_are_parted_without_loss() -> None:
    version = shown_petition()
    moment = timezone.now()
    for name in "ABCDE":
        sign(version, name=name, signed_at=moment)

    packet = made(version.petition)

    assert sorted(told(packet, 1) + told(packet, 2) + told(packet, 3)) == list("ABCDE")


def test_who_confirms_after_the_packet_was_made_is_not_in_it(
    time_machine: time_machine.TimeMachineFixture,
) -> None:
    version = shown_petition()
    sign(version, name="Before")
    packet = made(version.petition)
    begun = timezone.now() - timedelta(minutes=1)

    time_machine.move_to(timezone.now() + timedelta(minutes=1))
    sign(version, name="After", signed_at=begun)

    assert told(packet) == ["Before"]


def test_who_need_not_confirm_is_named_too() -> None:
    version = shown_petition()
    sign(version, name="Unasked", confirmed_at=None)

    assert told(made(version.petition)) == ["Unasked"]


def test_reading_names_costs_the_same_for_one_and_for_many(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    version = shown_petition()
    sign(version, 8)
    packet = made(version.petition)
    assert packet.petition.pk

    with django_assert_num_queries(2):
        assert len(told(packet)) == 8


def test_preparing_twice_changes_nothing() -> None:
    version = shown_petition()
    sign(version, 5)
    packet = made(version.petition)
    before = packet.totals

    sign(version, 5)
    prepare_packet.call(packet.pk)
    packet.refresh_from_db()

    assert packet.totals == before


def test_the_packet_itself_tells_nothing_of_a_signer() -> None:
    version = shown_petition()
    sign(version, 5, name="Ana Ruiz")
    packet = made(version.petition)

    stored = str(Packet.objects.filter(pk=packet.pk).values().get())

    assert "Ana" not in stored
    assert "example.org" not in stored
    assert "60614" not in stored
