"""Which entry a row means: by its id, else by its name and place, and never by a guess."""

import pytest

from coalition.models import Endorser
from tests.factories.coalition import EndorserFactory, StatementFactory
from tests.support.lists import HILL, LAKE, bring, csv_of, hints, names, preview, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_register")]
Status = Endorser.Status


def test_rows_with_one_id_become_one_endorser_in_several_places() -> None:
    bring(csv_of({"id": "7", **HILL}, {"id": "7", **HILL, "place": "Texas"}))
    [endorser] = Endorser.objects.all()
    assert [place.code for place in endorser.places.all()] == ["OH", "TX"]


def test_one_name_in_two_places_stays_two_with_a_hint() -> None:
    _batch, plan = preview(csv_of(HILL, {**HILL, "place": "Texas"}))
    assert len(plan.created) == 2
    assert hints(plan) == ["Line 2 (Ohio) has the same name. They stay two."]


def test_a_namesake_in_the_register_is_told() -> None:
    EndorserFactory(name="The Hill House, Inc.", places=["TX"])
    _batch, plan = preview(csv_of(HILL))
    assert len(plan.created) == 1
    assert hints(plan) == [
        "“The Hill House, Inc.” (Texas) in the register has the same name. They stay two."
    ]


def test_a_row_that_stands_twice_is_taken_over_once() -> None:
    bring(csv_of(HILL, LAKE, HILL))
    assert names() == ["Hill House", "Lake Union"]


def test_rows_of_one_endorser_that_contradict_each_other_are_a_problem() -> None:
    rows = [{"id": "7", **HILL, "city": city} for city in ("Toledo", "", "Akron")]
    _batch, plan = preview(csv_of(*rows))
    assert told(plan) == ["Line 4, city: This is not what line 2 says of the same endorser."]


def test_contradicting_places_and_scopes_are_a_problem() -> None:
    _batch, plan = preview(csv_of({**LAKE, "scope": "state"}))
    assert told(plan) == ["Line 2, scope: The place and the scope do not fit together."]


def test_an_entry_is_found_by_another_spelling_of_its_name() -> None:
    endorser = EndorserFactory(name="Acción Río (AR)", places=["TX"], city="")
    bring(csv_of({"place": "TX", "name": "ACCION RIO", "city": "Laredo"}))
    endorser.refresh_from_db()
    assert (endorser.name, endorser.city) == ("ACCION RIO", "Laredo")


def test_without_an_id_empty_cells_erase_nothing_and_places_are_added() -> None:
    endorser = EndorserFactory(
        name="Hill House", places=["OH", "TX"], city="Toledo", languages=["es"]
    )
    row = {**HILL, "city": "", "languages": "", "kind": "legal"}
    _batch, plan = preview(csv_of(row))
    assert [change.column for change in plan.changed[0].changes] == ["kind"]
    bring(csv_of(row))
    endorser.refresh_from_db()
    assert (endorser.city, endorser.kind) == ("Toledo", "legal")
    assert [place.code for place in endorser.places.all()] == ["OH", "TX"]


def test_with_an_id_empty_cells_erase_and_the_places_are_those_of_the_rows() -> None:
    endorser = EndorserFactory(
        name="Hill House", places=["OH", "TX"], city="Toledo", languages=["es"], notes={"en": "Hi"}
    )
    row = {**HILL, "place": "Utah", "id": str(endorser.uuid)}
    bring(csv_of({**row, "city": "", "languages": "", "note_en": ""}))
    endorser.refresh_from_db()
    assert endorser.city == ""
    assert [place.code for place in endorser.places.all()] == ["UT"]
    assert not endorser.languages.exists()
    assert not endorser.notes.exists()


def test_a_national_entry_is_not_the_state_group_of_the_same_name() -> None:
    EndorserFactory(name="Lake Union", national=True)
    _batch, plan = preview(csv_of({**LAKE, "place": "Ohio"}))
    assert len(plan.created) == 1


def test_two_entries_of_one_name_and_place_ask_for_the_id() -> None:
    EndorserFactory.create_batch(2, name="Hill House", places=["OH"])
    _batch, plan = preview(csv_of(HILL))
    assert "Give the right id" in told(plan)[0]


def test_two_rows_that_mean_one_entry_are_a_problem() -> None:
    EndorserFactory(name="Hill House", places=["OH"])
    _batch, plan = preview(csv_of(HILL, {**HILL, "name": "The Hill House"}))
    assert told(plan) == ["Line 3: Line 2 means the same entry of the register. Give both one id."]


def test_what_somebody_submitted_and_never_confirmed_does_not_stand_in_the_way() -> None:
    EndorserFactory(name="Hill House", places=["OH"], status=Status.SUBMITTED)
    _batch, plan = preview(csv_of(HILL))
    assert len(plan.created) == 1
    assert hints(plan) == ["A form with the name “Hill House” (Ohio) was sent and not confirmed."]


@pytest.mark.parametrize("status", [Status.DECLINED, Status.WITHDRAWN])
def test_who_has_withdrawn_is_not_brought_back(status: str) -> None:
    statement = StatementFactory()
    endorser = EndorserFactory(name="Hill House", places=["OH"], status=status)
    _batch, plan = preview(csv_of(HILL, LAKE), statement=statement)
    assert "stays so" in hints(plan)[0]
    bring(csv_of(HILL, LAKE), statement=statement)
    endorser.refresh_from_db()
    assert endorser.status == status
    assert not endorser.endorsements.exists()


def test_a_person_who_is_forgotten_is_not_named_again() -> None:
    person = EndorserFactory(person=True, name="", status=Status.WITHDRAWN)
    _batch, plan = preview(csv_of({"id": str(person.uuid), "place": "IL", "name": "Ana Ruiz"}))
    assert told(plan) == [
        "Line 2: This entry is of a person whose name is not kept. It cannot be changed here."
    ]
