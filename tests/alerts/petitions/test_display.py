"""What the public sees: only of counted signers who agreed, and of no small place."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from alerts.officials.states import state_name
from alerts.petitions.display import NEWEST_NAMES, NEWEST_REASONS, Display, display_of
from alerts.petitions.entry import Entry
from alerts.petitions.forms import SignatureForm
from alerts.petitions.listed import listed_signatures
from alerts.petitions.models import Petition, PublishedPetition, Signature
from alerts.petitions.models.settings import Asked, Shown
from alerts.petitions.services import change_state, fold_tallies, sign
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory

pytestmark = pytest.mark.django_db
State = Signature.State


def petition(shows: str = Shown.FULL_NAME) -> Petition:
    version: PublishedPetition = PublishedPetitionFactory(petition__shows=shows)
    return version.petition


def signed(ask: Petition, **facts: Any) -> Signature:
    agreed = {"counted": True, "agreed": Shown.FULL_NAME, "version": ask.versions.get()}
    signature: Signature = SignatureFactory(**agreed | facts)
    return signature


def names(ask: Petition) -> list[str]:
    return [signer.name for signer in display_of(ask, safe=False).signers]


def places(ask: Petition) -> dict[str, int]:
    return {place.name: place.count for place in display_of(ask, safe=False).places}


def test_a_petition_shows_nothing_until_its_editor_decides_so() -> None:
    ask = PublishedPetitionFactory().petition
    for _number in range(5):
        signed(ask, reason="My mother.", reason_state="shown")

    assert ask.shows == Shown.NOTHING
    assert display_of(ask, safe=False) == Display()


def test_only_those_who_agreed_are_shown() -> None:
    ask = petition()
    signed(ask, name="Ana Ruiz")
    signed(ask, name="Silent Sam", agreed=Shown.NOTHING)

    assert names(ask) == ["Ana Ruiz"]


def test_a_later_setting_shows_no_more_than_a_signer_agreed_to() -> None:
    ask = petition(Shown.FIRST_NAME)
    signed(ask, name="Ana Ruiz", agreed=Shown.FIRST_NAME)
    ask.shows = Shown.FULL_NAME
    ask.save()

    assert names(ask) == ["Ana"]


def test_a_box_that_is_ticked_without_words_beside_it_shows_nothing() -> None:
    ask = petition()
    signed(ask, name="Ana Ruiz", agreed=Shown.NOTHING, shows_name=True)

    assert names(ask) == []


@pytest.mark.parametrize("state", [state for state in State if state != State.COUNTED])
def test_who_does_not_count_is_not_shown(state: State) -> None:
    ask = petition()
    signed(ask, counted=False, state=state, reason="Mine.", reason_state="shown")

    assert display_of(ask, safe=False) == Display()


@pytest.mark.parametrize("shows", ["full", "list"])
def test_nobody_is_shown_who_did_not_confirm_the_address(shows: str) -> None:
    ask = petition(shows)
    signed(ask, agreed=shows, confirmed_at=None, reason="Mine.", reason_state="shown")

    assert display_of(ask, safe=False) == Display()
    assert not listed_signatures(ask).exists()


def test_a_name_disappears_with_its_signature() -> None:
    ask = petition()
    signature = signed(ask)
    change_state(signature_id=signature.pk, to=State.WITHDRAWN)

    assert names(ask) == []


def test_the_newest_names_come_first_and_are_few() -> None:
    ask = petition()
    for number in range(NEWEST_NAMES + 2):
        signed(ask, name=f"Ana {number}", signed_at=timezone.now() + timedelta(minutes=number))

    shown = names(ask)

    assert len(shown) == NEWEST_NAMES
    assert shown[0] == f"Ana {NEWEST_NAMES + 1}"


def test_a_place_is_named_from_five_signatures_on() -> None:
    ask = petition()
    for _number in range(5):
        signed(ask, region="IL", agreed=Shown.NOTHING)
    for region in ["WY"] * 4 + ["NH"] * 4:
        signed(ask, region=region)

    shown = display_of(ask, safe=False)

    assert places(ask) == {"Illinois": 5}
    assert {signer.place for signer in shown.signers} == {""}


@pytest.mark.parametrize("others", ["WY", ""])
def test_a_place_is_not_told_where_the_count_would_tell_the_others(others: str) -> None:
    ask = petition()
    for region in ["IL"] * 6 + [others] * 2:
        signed(ask, region=region)

    assert places(ask) == {}


def test_a_signer_of_a_place_that_may_be_named_is_shown_with_it() -> None:
    ask = petition()
    for _number in range(5):
        signed(ask, region="IL", reason="Mine.", reason_state="shown")

    shown = display_of(ask, safe=False)

    assert {signer.place for signer in shown.signers} == {"Illinois"}
    assert {reason.signer.place for reason in shown.reasons} == {"Illinois"}


def test_a_place_that_falls_below_five_is_named_no_more() -> None:
    ask = petition()
    signatures = [signed(ask, region="IL") for _number in range(5)]
    fold_tallies()
    change_state(signature_id=signatures[0].pk, to=State.INVALIDATED)

    assert places(ask) == {}


def test_a_place_is_counted_over_all_languages_and_while_the_worker_folds() -> None:
    ask = petition()
    for number in range(6):
        signed(ask, region="IL", locale=["en", "es", "ar"][number % 3])
        if number == 3:
            fold_tallies()

    assert places(ask) == {"Illinois": 6}


def test_no_state_is_no_place() -> None:
    ask = petition()
    for _number in range(6):
        signed(ask, region="")

    assert places(ask) == {}


def test_places_are_in_the_readers_language_the_highest_number_first() -> None:
    ask = petition()
    for region in ["NY"] * 5 + ["IL"] * 6 + ["CA"] * 5:
        signed(ask, region=region)

    with translation.override("es"):
        names = [state_name(code) for code in ("IL", "CA", "NY")]
        assert list(places(ask)) == names


def test_a_reason_is_shown_only_after_staff_have_approved_it() -> None:
    ask = petition()
    for state in ("waiting", "refused", "shown"):
        signed(ask, reason=f"It is {state}.", reason_state=state, reason_locale="en")

    (reason,) = display_of(ask, safe=False).reasons

    assert reason.text == "It is shown."


def test_reasons_in_the_readers_language_come_first() -> None:
    ask = petition()
    approved = {"reason_state": "shown"}
    signed(ask, reason="Por mi madre.", reason_locale="es", **approved)
    for number in range(NEWEST_REASONS):
        signed(ask, reason=f"No {number}.", reason_locale="en", **approved)

    with translation.override("es"):
        reasons = display_of(ask, safe=False).reasons

    assert len(reasons) == NEWEST_REASONS
    assert reasons[0].text == "Por mi madre."


@pytest.mark.parametrize(
    ("locale", "direction"), [("ar", "rtl"), ("es", "ltr"), ("und", "auto"), ("", "auto")]
)
def test_a_reason_is_set_in_the_direction_of_its_language(locale: str, direction: str) -> None:
    ask = petition()
    signed(ask, reason="…", reason_state="shown", reason_locale=locale)

    assert display_of(ask, safe=False).reasons[0].direction == direction


def test_safety_mode_shows_nothing() -> None:
    ask = petition()
    for _number in range(5):
        signed(ask, reason="Mine.", reason_state="shown")

    assert display_of(ask, safe=True) == Display()


def test_a_signature_that_does_not_open_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    ask = petition()
    signed(ask, name="Ana Ruiz")
    broken = signed(ask, name="Bo Li")
    Signature.objects.filter(pk=broken.pk).update(sealed=b"nothing that opens")

    assert names(ask) == ["Ana Ruiz"]
    assert str(broken.pk) in caplog.text
    assert "Bo Li" not in caplog.text


def test_the_cost_is_the_same_however_many_have_signed(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    ask = petition()
    for region in ["IL", "NY", "CA"] * 6:
        signed(ask, region=region, reason="Mine.", reason_state="shown")

    with django_assert_num_queries(3):
        display_of(ask, safe=False)


def test_what_the_box_said_is_kept_with_the_signature() -> None:
    version = petition(Shown.FIRST_NAME).versions.get()
    entry = Entry(
        name="Ana Ruiz",
        email="ana@example.org",
        reason="My mother.",
        shows_name=True,
        shown_as=Shown.FIRST_NAME,
    )
    sign(version=version, entry=entry)

    signature = Signature.objects.get()

    assert (signature.shows_name, signature.shown_as) == (True, Shown.FIRST_NAME)
    assert signature.reason_state == Signature.ReasonState.WAITING


@pytest.mark.parametrize(("asked", "said"), [(Asked.NO, False), (Asked.IF_WANTED, True)])
def test_the_box_says_whether_the_reason_is_shown_too(asked: str, said: bool) -> None:
    form = SignatureForm(petition=Petition(shows=Shown.FULL_NAME, asks_reason=asked))

    assert ("my reason" in str(form.fields["shows_name"].label)) is said
