"""What trips a limit is held: confirmed like any other, told the same, and not lost."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from alerts.petitions.entry import Entry, Origin
from alerts.petitions.holding import reason_to_hold
from alerts.petitions.models import Petition, PublishedPetition, Signature
from alerts.petitions.services import confirm_signature, forget_networks, sign
from alerts.supporters.limits import ensure_limits
from alerts.supporters.models import Limit
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.mailbox import confirm_from_mail
from tests.support.pages import HERE, form_of, read
from tests.support.queue import work

pytestmark = pytest.mark.django_db
TYPED = {"name": "Ana Ruiz", "email": "ana@example.org", "country": "US", "zip": "60622"}
NETWORK = "203.0.113.9"


@pytest.fixture(autouse=True)
def limits() -> None:
    ensure_limits()


@pytest.fixture
def petition() -> Petition:
    found: Petition = Petition.objects.get(name="Cities of safety")
    return found


def only(scope: str, most: int, **values: object) -> None:
    """Let one limit hold, within an hour, and no other."""
    Limit.objects.update(most=None)
    Limit.objects.filter(scope=scope).update(most=most, minutes=60, **values)


def post(client: Client, petition: Petition, **typed: str) -> Any:
    version = petition.versions.filter(locale="es").latest("number")
    return client.post(
        f"/es/act/sign/{version.pk}/", TYPED | typed, headers=HERE, REMOTE_ADDR=NETWORK
    )


def sign_and_confirm(
    version: PublishedPetition, email: str, *, network: str = NETWORK
) -> Signature:
    entry = Entry(name="Ana Ruiz", email=email, zip="60614", region="IL")
    sign(version=version, entry=entry, origin=Origin(network=network))
    newest = version.petition.signatures.get(state="pending")
    return confirm_signature(signature_id=newest.pk)


def without_tokens(page: bytes) -> bytes:
    return re.sub(rb"/(act|accion)/[^\"' ]+", b"", page)


def test_a_program_that_fills_the_hidden_field_is_held_and_told_the_same(
    client: Client, petition: Petition
) -> None:
    person = confirm_and_show(client, petition, email="ana@example.org")
    before = Petition.objects.get(pk=petition.pk).count
    filled_in = {"email": "bot@example.net", "website": "http://x.example"}
    waiting = client.get(post(client, petition, **filled_in).url)
    client.post(form_of(waiting, holding="code").action, {"step": "again"}, headers=HERE)
    program = bytes(confirm_from_mail(client).content)
    assert without_tokens(program) == without_tokens(person)
    held = Signature.objects.get(state="held")
    assert held.held_for == "honeypot"
    assert held.unseal()["email"] == "bot@example.net"
    assert Petition.objects.get(pk=petition.pk).count == before == 1


def confirm_and_show(client: Client, petition: Petition, **typed: str) -> bytes:
    thanks = client.get(post(client, petition, **typed).url)
    assert thanks.status_code == 200
    return bytes(confirm_from_mail(client).content)


def test_the_hidden_field_is_out_of_the_way_of_people(client: Client, petition: Petition) -> None:
    path = petition.versions.filter(locale="es").latest("number").fields["page_url"]
    page = read(client, path)
    hidden = re.search(r'<div class="visually-hidden" aria-hidden="true">.*?</div>', page, re.S)
    assert hidden
    assert 'name="website"' in hidden[0]
    assert 'tabindex="-1"' in hidden[0]
    assert "required" not in hidden[0]


def test_nothing_that_a_program_writes_there_is_answered(
    client: Client, petition: Petition
) -> None:
    for junk in ("\x00", "x" * 100_000, "\u202e", "=cmd()"):
        assert post(client, petition, website=junk).status_code == 302


def test_spaces_in_the_hidden_field_are_nothing(client: Client, petition: Petition) -> None:
    post(client, petition, website="  ")
    assert Signature.objects.get().held_for == ""


def test_beyond_the_limit_of_a_network_signatures_are_held_and_mailed_all_the_same() -> None:
    only("network", 2)
    version = PublishedPetitionFactory()
    states = [sign_and_confirm(version, f"p{number}@example.org").state for number in range(4)]
    assert states == ["counted", "counted", "held", "held"]
    assert version.petition.count == 2
    assert set(Signature.objects.filter(state="held").values_list("held_for", flat=True)) == {
        "network"
    }


def test_another_network_and_the_next_hour_are_free(time_machine: Any) -> None:
    only("network", 1)
    version = PublishedPetitionFactory()
    sign_and_confirm(version, "a@example.org")
    assert sign_and_confirm(version, "b@example.org", network="203.0.113.10").state == "counted"
    assert sign_and_confirm(version, "c@example.org").state == "held"
    time_machine.move_to(timezone.now() + timedelta(hours=1, seconds=1))
    assert sign_and_confirm(version, "d@example.org").state == "counted"


def test_confirming_late_is_no_way_around_a_limit(time_machine: Any) -> None:
    only("network", 1)
    time_machine.move_to(timezone.now())
    version = PublishedPetitionFactory()
    for email in ("a@example.org", "b@example.org"):
        entry = Entry(name="Ana", email=email, zip="60614", region="IL")
        sign(version=version, entry=entry, origin=Origin(network=NETWORK))
        time_machine.shift(1)
    time_machine.shift(3 * 24 * 60 * 60)
    rows = version.petition.signatures.order_by("signed_at")
    states = [confirm_signature(signature_id=row.pk).state for row in rows]
    assert states == ["counted", "held"]


def test_signers_behind_a_socket_share_no_network() -> None:
    only("network", 1)
    version = PublishedPetitionFactory()
    states = [
        sign_and_confirm(version, f"p{number}@example.org", network="").state for number in range(3)
    ]
    assert states == ["counted"] * 3


def test_the_limit_of_a_provider_spares_those_that_everybody_uses() -> None:
    only("domain", 1, spared="example.org\n\n @Example.com ")
    version = PublishedPetitionFactory()

    def states(domain: str) -> list[str]:
        return [sign_and_confirm(version, f"p{n}@{domain}").state for n in range(2)]

    assert states("example.org") == states("example.com") == ["counted", "counted"]
    assert states("throwaway.example") == ["counted", "held"]


def test_the_limit_of_an_address_counts_all_petitions() -> None:
    only("address", 1)
    first = sign_and_confirm(PublishedPetitionFactory(), "ana@example.org")
    second = sign_and_confirm(PublishedPetitionFactory(), "ANA@example.org")
    assert (first.state, second.state, second.held_for) == ("counted", "held", "address")


def test_the_limit_of_a_petition_counts_that_petition_alone() -> None:
    only("petition", 1)
    version, other = PublishedPetitionFactory(), PublishedPetitionFactory()
    assert sign_and_confirm(version, "a@example.org").state == "counted"
    assert sign_and_confirm(other, "a@example.org").state == "counted"
    assert sign_and_confirm(version, "b@example.org").state == "held"


@pytest.mark.parametrize("scope", ["domain", "address", "petition"])
def test_what_nobody_confirmed_has_nobody_else_held(scope: str) -> None:
    only(scope, 2)
    elsewhere = "petition" if scope == "address" else "email"
    version = PublishedPetitionFactory()
    for number in range(5):
        typed = {"version": version, "email": f"p{number}@univ.example"}
        if elsewhere == "petition":
            typed = {"email": "ana@univ.example"}
        SignatureFactory(**typed)
    own = SignatureFactory(version=version, email="ana@univ.example")
    assert confirm_signature(signature_id=own.pk).state == "counted"


def test_confirming_the_newest_first_is_no_way_around_a_limit() -> None:
    only("domain", 2)
    version = PublishedPetitionFactory()
    now = timezone.now()
    rows = [
        SignatureFactory(
            version=version,
            email=f"p{number}@throwaway.example",
            signed_at=now - timedelta(seconds=number),
        )
        for number in range(4)
    ]
    states = [confirm_signature(signature_id=row.pk).state for row in rows]
    assert states == ["counted", "counted", "held", "held"]


def test_without_confirmation_a_limit_holds_at_once(client: Client, petition: Petition) -> None:
    only("network", 1)
    Petition.objects.filter(pk=petition.pk).update(confirms=False)
    pages = []
    for name in ("a", "b"):
        answer = post(client, petition, email=f"{name}@example.org")
        pages.append(without_tokens(client.get(answer.url).content))
    assert sorted(settled(petition)) == ["counted", "held"]
    assert pages[0] == pages[1]


def settled(petition: Petition) -> list[str]:
    work()
    return list(petition.signatures.values_list("state", flat=True))


def test_a_held_signature_gets_its_mail_and_confirms_its_consent(
    client: Client, petition: Petition
) -> None:
    only("network", 0)
    post(client, petition)
    confirm_from_mail(client)
    assert len(mail.outbox) == 1
    assert Signature.objects.get().state == "held"


@pytest.mark.parametrize("before", [0, 1, 5])
def test_looking_for_a_reason_costs_the_same_whatever_is_found(
    before: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    Limit.objects.update(most=3, minutes=60)
    version = PublishedPetitionFactory()
    for _ in range(before):
        SignatureFactory(version=version, email="ana@example.org", network_hash="n")
    last = SignatureFactory(version=version, email="ana@example.org", network_hash="n")
    with django_assert_num_queries(2):
        assert reason_to_hold(last) == ("network" if before > 3 else "")


def test_networks_are_forgotten_after_a_month(time_machine: Any) -> None:
    old = SignatureFactory(network_hash="n" * 64, counted=True)
    time_machine.move_to(timezone.now() + timedelta(days=29))
    new = SignatureFactory(network_hash="n" * 64)
    assert forget_networks() == 0
    time_machine.move_to(timezone.now() + timedelta(days=2))
    assert forget_networks() == 1
    kept = [Signature.objects.get(pk=row.pk).network_hash for row in (old, new)]
    assert kept == ["", "n" * 64]


def test_a_turn_of_the_clock_forgets_some_networks_and_the_next_ones_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("alerts.petitions.origins.AT_ONCE", 1)
    monkeypatch.setattr("alerts.petitions.turns.BATCHES", 2)
    at = timezone.now() - timedelta(days=31)
    SignatureFactory.create_batch(3, network_hash="n" * 64, signed_at=at)
    assert [forget_networks() for _turn in range(3)] == [2, 1, 0]


def test_a_forged_header_chooses_no_network(client: Client, petition: Petition) -> None:
    for forged in ("198.51.100.1", "198.51.100.2"):
        version = petition.versions.filter(locale="es").latest("number")
        client.post(
            f"/es/act/sign/{version.pk}/",
            TYPED | {"email": f"p{forged}@example.org"},
            headers=HERE | {"X-Forwarded-For": forged},
            REMOTE_ADDR=NETWORK,
        )
    assert Signature.objects.values("network_hash").distinct().count() == 1
