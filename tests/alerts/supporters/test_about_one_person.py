"""The commands for who asks what is kept about them."""

import io
import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry

from alerts.petitions.models import Signature
from alerts.supporters.models import Consent
from alerts.supporters.silence import is_silent
from tests.factories.letters import MessageFactory
from tests.factories.petitions import SignatureFactory
from tests.factories.supporters import ConsentFactory

pytestmark = pytest.mark.django_db
EMAIL = "ana@example.org"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command with an address on its standard input; returns what it writes."""

    def run(command: str, address: str = f"{EMAIL}\n", **options: Any) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO(address))
        call_command(command, **options)
        return capsys.readouterr().out

    return run


def actions() -> set[str]:
    entries = ModelLogEntry.objects.filter(action__startswith="supporters.")
    return set(entries.values_list("action", flat=True))


def test_finding_names_the_acts_and_nobody(typed: Any) -> None:
    signature = SignatureFactory(email=EMAIL, counted=True, name="Ana Ruiz")
    MessageFactory(email="ANA@example.org")
    SignatureFactory(name="Ben")
    said = typed("find_supporter")
    assert str(signature.pk) in said
    assert len(said.splitlines()) == 2
    assert "Ana" not in said
    assert actions() >= {"supporters.find"}
    assert "ana" not in str(list(ModelLogEntry.objects.values())).casefold()


def test_an_address_that_is_not_known_is_said(typed: Any) -> None:
    assert "Nothing is kept" in typed("find_supporter")


@pytest.mark.parametrize("address", ["", "nobody\n", "a b@example.org\n"])
def test_what_is_no_address_is_refused(typed: Any, address: str) -> None:
    with pytest.raises(CommandError):
        typed("find_supporter", address)


def test_the_export_holds_all_that_is_kept_and_no_hash(typed: Any) -> None:
    signature = SignatureFactory(email=EMAIL, counted=True, name="آنا")
    ConsentFactory(act=signature.pk, email=EMAIL, confirmed_at=signature.confirmed_at)
    said = typed("export_supporter")
    told = json.loads(said)
    (act,) = told["acts"]
    assert (act["kind"], act["name"], act["zip"], act["state"]) == (
        "signature",
        "آنا",
        "60614",
        "counted",
    )
    assert told["consents"][0]["text"] == "River Neighbours may write to me."
    assert signature.email_hash not in said
    assert actions() >= {"supporters.export"}


def test_erasing_is_asked_for_twice_and_leaves_nobody(typed: Any) -> None:
    signature = SignatureFactory(email=EMAIL, counted=True)
    ConsentFactory(email=EMAIL, confirmed_at=signature.confirmed_at)
    with pytest.raises(CommandError, match="Nothing was erased"):
        typed("erase_supporter")
    assert signature.petition.count == 1
    assert "Erased" in typed("erase_supporter", yes=True)
    assert signature.petition.count == 0
    assert Signature.objects.get().unseal() == {}
    assert not Consent.objects.in_force().exists()
    assert is_silent(EMAIL)
    assert "supporters.erase" in actions()
    assert "Nothing is kept" in typed("find_supporter")


@pytest.mark.parametrize(
    ("command", "options", "noted"),
    [
        ("find_supporter", {}, {"search"}),
        ("export_supporter", {}, {"export_all"}),
        ("erase_supporter", {"yes": True}, {"search", "erase_all"}),
    ],
)
def test_what_is_done_with_an_address_is_noted_though_nothing_is_kept_of_it(
    typed: Any, command: str, options: dict[str, bool], noted: set[str]
) -> None:
    typed(command, **options)
    assert {name.removeprefix("supporters.") for name in actions()} == noted
    assert EMAIL not in str(list(ModelLogEntry.objects.values()))


def test_listing_what_would_be_erased_is_noted_in_the_history_of_each(typed: Any) -> None:
    signature = SignatureFactory(email=EMAIL, counted=True)
    with pytest.raises(CommandError):
        typed("erase_supporter")
    entry = ModelLogEntry.objects.get(object_id=str(signature.pk))
    assert entry.action == "supporters.find"


def test_a_row_that_no_key_opens_does_not_stop_the_export(typed: Any) -> None:
    signature = SignatureFactory(email=EMAIL)
    Signature.objects.filter(pk=signature.pk).update(sealed=b"x" * 60)
    told = json.loads(typed("export_supporter"))
    assert "name" not in told["acts"][0]
