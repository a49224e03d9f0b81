"""Which names go into a packet, in which order and volumes."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from alerts.petitions.models import Packet, Petition, Signature
from alerts.petitions.models.settings import Shown
from alerts.petitions.packet import names
from alerts.petitions.packet.names import in_volume, numbered_names, read_names
from alerts.petitions.packet.reasons import approved
from alerts.petitions.packet.tasks import prepare_packet
from alerts.petitions.services import change_state
from tests.support.packets import made, shown_petition, sign

pytestmark = pytest.mark.django_db


def told(packet: Packet, volume: int = 1) -> list[str]:
    rows = in_volume(packet, volume)
    return [name for name, *_beside in read_names(packet.petition, rows)]


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


def test_who_did_not_confirm_the_address_is_neither_named_nor_quoted() -> None:
    version = shown_petition()
    sign(version, confirmed_at=None, reason="Mine.", reason_state="shown")

    assert made(version.petition).starts == []
    assert approved(version.petition) == {}


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

    assert sorted(place for _name, place in signers) == ["", *["Illinois"] * 5]


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
    numbered = [(number, name) for number, (name, *_beside) in numbered_names(packet)]
    assert numbered == [(1, "B"), (3, "C"), (4, "D"), (5, "E")]


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


def test_who_is_released_after_the_packet_was_made_is_not_in_it(
    time_machine: time_machine.TimeMachineFixture,
) -> None:
    version = shown_petition()
    held = sign(version, name="Held", state=Signature.State.HELD, counted_at=None)[0]
    packet = made(version.petition)

    time_machine.move_to(timezone.now() + timedelta(minutes=1))
    change_state(signature_id=held.pk, to=Signature.State.COUNTED)

    assert made(version.petition).named == 1
    assert not names.named_by(version.petition, packet.made_at).exists()


def test_reading_names_costs_the_same_for_one_and_for_many(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    version = shown_petition()
    sign(version, 8)
    packet = made(version.petition)
    assert packet.petition.pk

    with django_assert_num_queries(2):
        assert len(told(packet)) == 8


def test_a_sign_on_letter_names_roles_cities_and_every_state() -> None:
    version = shown_petition(Shown.LISTED)
    role = {"title": "Deacon", "organisation": "River Church", "city": "Cheyenne"}
    sign(version, name="Bo Okafor", agreed=Shown.LISTED, region="WY", **role)
    sign(version, name="Mo Roy", agreed=Shown.LISTED, region="", country="CA")

    packet = made(version.petition)

    assert [*read_names(packet.petition, in_volume(packet, 1))] == [
        ("Bo Okafor", "Deacon", "River Church", "Cheyenne", "Wyoming"),
        ("Mo Roy", "", "", "", "Canada"),
    ]


def test_who_agreed_to_less_than_a_letters_list_is_not_in_its_packet() -> None:
    version = shown_petition(Shown.LISTED)
    sign(version, name="Earlier", agreed=Shown.FULL_NAME)
    sign(version, name="Listed", agreed=Shown.LISTED)

    assert told(made(version.petition)) == ["Listed"]


def test_a_petition_that_shows_nobody_counts_no_name_for_a_packet() -> None:
    version = shown_petition(Shown.NOTHING)
    sign(version, 6)

    packet = made(version.petition, with_names=True)

    assert (packet.named, packet.starts) == (0, [])


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
