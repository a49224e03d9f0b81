"""What a packet counts: exactly, and never so few that somebody is recognized."""

from uuid import uuid4

import pytest

from alerts.petitions.models import Signature
from alerts.petitions.packet.totals import count_totals
from alerts.petitions.services import add_paper, change_state, fold_tallies
from tests.factories.officials import ZipDistrictFactory
from tests.support.packets import shown_petition, sign

pytestmark = pytest.mark.django_db


def test_numbers_are_by_state_district_and_language_the_highest_first() -> None:
    ZipDistrictFactory(zip="60614", state="IL", district=5)
    version = shown_petition()
    sign(version, 5, region="OH", zip="43004")
    sign(version, 6, region="IL", zip="60614")
    fold_tallies()
    sign(version, 1, region="IL", zip="60614")

    totals = count_totals(version.petition, with_places=True)

    assert totals.count == 12
    assert list(totals.states.items()) == [("IL", 7), ("OH", 5)]
    assert totals.districts == {"IL-5": 7}
    assert totals.languages == {"en": 12}


def test_no_place_with_fewer_than_five_is_told() -> None:
    version = shown_petition()
    sign(version, 5, region="OH")
    sign(version, 4, region="IL")
    sign(version, 1, region="WY")

    totals = count_totals(version.petition, with_places=True)

    assert totals.count == 10
    assert totals.states == {"OH": 5}


@pytest.mark.parametrize("others", ["OH", ""])
def test_a_state_is_not_told_where_the_rest_would_be_few(others: str) -> None:
    ZipDistrictFactory(zip="60614", state="IL", district=5)
    version = shown_petition()
    sign(version, 6, region="IL", zip="60614")
    sign(version, 2, region=others, zip="43004")

    totals = count_totals(version.petition, with_places=True)

    assert (totals.count, totals.states, totals.districts) == (8, {}, {})


def test_a_district_is_told_only_where_its_state_is() -> None:
    for zip5, state, district in (("60614", "IL", 5), ("43004", "OH", 3), ("43201", "OH", 12)):
        ZipDistrictFactory(zip=zip5, state=state, district=district)
    version = shown_petition()
    sign(version, 6, region="IL", zip="60614")
    sign(version, 7, region="OH", zip="43004")
    sign(version, 5, region="OH", zip="43201")
    sign(version, 2, region="WY", zip="82001")

    totals = count_totals(version.petition, with_places=True)

    assert totals.states == {"OH": 12}
    assert totals.districts == {"OH-3": 7, "OH-12": 5}


def test_a_district_is_not_told_where_the_rest_of_its_state_would_be() -> None:
    ZipDistrictFactory(zip="02903", state="RI", district=1)
    ZipDistrictFactory(zip="02886", state="RI", district=2)
    version = shown_petition()
    sign(version, 7, region="RI", zip="02903")
    sign(version, 2, region="RI", zip="02886")

    totals = count_totals(version.petition, with_places=True)

    assert totals.states == {"RI": 9}
    assert totals.districts == {}


def test_a_zip_code_in_two_districts_counts_for_neither() -> None:
    for district in (5, 9):
        ZipDistrictFactory(zip="60614", state="IL", district=district)
    version = shown_petition()
    sign(version, 6, region="IL", zip="60614")

    assert count_totals(version.petition, with_places=True).districts == {}


def test_who_withdrew_is_not_counted() -> None:
    version = shown_petition()
    rows = sign(version, 6)
    change_state(signature_id=rows[0].pk, to=Signature.State.WITHDRAWN)

    assert count_totals(version.petition, with_places=True).states == {"IL": 5}


def test_no_place_is_told_where_that_is_not_wanted() -> None:
    version = shown_petition()
    sign(version, 6)

    totals = count_totals(version.petition, with_places=False)

    assert (totals.count, totals.states, totals.districts) == (6, {}, {})


def test_signatures_on_paper_come_beside_the_count() -> None:
    version = shown_petition()
    add_paper(
        key=uuid4(),
        petition=version.petition,
        number=40,
        source="Church hall",
        collected_on=version.published_on,
        locale="en",
        region="IL",
        by=None,
    )

    totals = count_totals(version.petition, with_places=True)

    assert (totals.count, totals.on_paper) == (0, 40)


@pytest.mark.parametrize(("broken", "told"), [(1, {}), (5, {"IL-5": 10})])
def test_rows_whose_seal_is_broken_count_for_their_state_and_no_district(
    broken: int, told: dict[str, int]
) -> None:
    ZipDistrictFactory(zip="60614", state="IL", district=5)
    version = shown_petition()
    sign(version, 10)
    keys = [row.pk for row in sign(version, broken)]
    Signature.objects.filter(pk__in=keys).update(sealed=b"broken")

    totals = count_totals(version.petition, with_places=True)

    assert (totals.states, totals.districts) == ({"IL": 10 + broken}, told)
