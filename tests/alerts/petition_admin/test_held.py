"""Staff look at signatures that are held: they count, or they are invalid."""

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry

from alerts.petitions.models import PublishedPetition, Signature
from alerts.petitions.services import change_state
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.pages import cost, read
from tests.support.stewards import steward

pytestmark = pytest.mark.django_db


@pytest.fixture
def version() -> PublishedPetition:
    found: PublishedPetition = PublishedPetitionFactory()
    return found


def held(version: PublishedPetition, **values: object) -> Signature:
    found: Signature = SignatureFactory(
        version=version, **{"state": "held", "held_for": "network", "name": "Ana Ruiz"} | values
    )
    return found


def address(version: PublishedPetition, query: str = "") -> str:
    return f"/admin/petitions/{version.petition_id}/held/{query}"


def decide(client: Client, version: PublishedPetition, verb: str, *keys: object) -> str:
    posted = {"verb": verb, "signatures": [str(key) for key in keys]}
    response = client.post(address(version), posted, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def state(signature: Signature) -> str:
    return Signature.objects.get(pk=signature.pk).state


def test_editors_release_and_invalidate_and_the_tally_follows(
    editor: Client, version: PublishedPetition
) -> None:
    good, bad, rest = held(version), held(version), held(version)
    assert "1 signature counts now." in decide(editor, version, "release", good.pk)
    assert "1 signature is invalid now." in decide(editor, version, "invalidate", bad.pk)
    assert [state(row) for row in (good, bad, rest)] == ["counted", "invalidated", "held"]
    assert version.petition.count == 1


def test_many_are_released_at_once_and_logged_by_their_keys(
    editor: Client, version: PublishedPetition
) -> None:
    rows = [held(version) for _ in range(5)]
    page = decide(editor, version, "release", *[row.pk for row in rows])
    assert "5 signatures count now." in page
    entry = ModelLogEntry.objects.get(action="petitions.review_held")
    keys = sorted(str(row.pk) for row in rows)
    assert entry.data == {"to": "counted", "number": 5, "signatures": keys}
    assert version.petition.count == 5


def test_editors_see_no_person_and_stewards_do(editor: Client, version: PublishedPetition) -> None:
    held(version, email="ana@example.org")
    seen, unseen = read(steward(), address(version)), read(editor, address(version))
    for words in ("Ana Ruiz", "ana@example.org"):
        assert words in seen
        assert words not in unseen


def test_what_does_not_open_is_listed_without_a_name(version: PublishedPetition) -> None:
    row = held(version)
    Signature.objects.filter(pk=row.pk).update(sealed=b"broken")
    assert str(row.pk) in read(steward(), address(version))


def test_who_withdrew_meanwhile_is_not_counted(editor: Client, version: PublishedPetition) -> None:
    row = held(version)
    change_state(signature_id=row.pk, to=Signature.State.WITHDRAWN)
    assert "left as it is" in decide(editor, version, "release", row.pk)
    assert state(row) == "withdrawn"


def test_signatures_of_another_petition_and_of_other_states_are_out_of_reach(
    editor: Client, version: PublishedPetition
) -> None:
    strange = held(PublishedPetitionFactory())
    invalid, pending = held(version, state="invalidated"), held(version, state="pending")
    decide(editor, version, "release", strange.pk, invalid.pk, pending.pk)
    assert not ModelLogEntry.objects.filter(action="petitions.review_held").exists()
    assert [state(row) for row in (strange, invalid, pending)] == ["held", "invalidated", "pending"]


@pytest.mark.parametrize("verb", ["", "delete", "release"])
def test_nonsense_changes_nothing(editor: Client, version: PublishedPetition, verb: str) -> None:
    row = held(version)
    decide(editor, version, verb, "nobody", "'; drop table")
    assert state(row) == "held"


def test_one_reason_can_be_looked_at_by_itself(editor: Client, version: PublishedPetition) -> None:
    network, trap = held(version), held(version, held_for="honeypot")
    page = read(editor, address(version, "?reason=honeypot"))
    assert str(trap.pk) in page
    assert str(network.pk) not in page
    assert str(network.pk) in read(editor, address(version, "?reason=nonsense"))


def test_the_list_costs_the_same_for_many(editor: Client, version: PublishedPetition) -> None:
    held(version)
    one = cost(editor, address(version))
    for _ in range(10):
        held(version)
    assert cost(editor, address(version)) == one


def test_only_stewards_are_led_to_changing_all(editor: Client, version: PublishedPetition) -> None:
    held(version)
    assert "/sweeps/" not in read(editor, address(version))
    assert "state=held" in read(steward(), address(version))
