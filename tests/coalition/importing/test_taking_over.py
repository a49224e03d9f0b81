"""Taking a list over: what is created, changed, skipped and refused; all of it or nothing."""

import datetime
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.models import ModelLogEntry

from coalition.importing import ImportRefused, Plan, erase_stale_imports, take_over
from coalition.listing import public_rows
from coalition.models import Contact, Endorsement, Endorser, ImportBatch, StatusChange
from tests.factories.coalition import (
    ContactFactory,
    EndorsementFactory,
    EndorserFactory,
    StatementFactory,
)
from tests.support.lists import bring, csv_of, names, preview

pytestmark = pytest.mark.django_db
Status = Endorser.Status

HILL = {"place": "Ohio", "name": "Hill House"}
LAKE = {"place": "NATIONAL", "name": "Lake Union"}


@pytest.fixture(autouse=True)
def empty_register(db: None) -> None:
    """Nobody has joined yet."""
    Endorser.objects.all().delete()


def told(plan: Plan) -> list[str]:
    """Every problem of a plan, as it is shown."""
    return [str(problem) for problem in plan.problems]


def hints(plan: Plan) -> list[str]:
    return [hint for item in plan.items for hint in item.hints]


def test_a_list_becomes_approved_endorsers_on_the_public_list() -> None:
    batch = bring(csv_of(LAKE, HILL))
    assert [(row.name, row.scope, row.places) for row in public_rows()] == [
        ("Hill House", "local", ("OH",)),
        ("Lake Union", "national", ()),
    ]
    assert (batch.created, batch.changed, batch.skipped) == (2, 0, 0)
    assert set(Endorser.objects.values_list("origin", flat=True)) == {"imported"}


def test_every_column_is_taken_over() -> None:
    bring(
        csv_of(
            {
                "id": str(uuid := uuid4()),
                "place": "Tribal nations",
                "name": "Ana Ruiz",
                "identification_only": "1",
                "person": "yes",
                "affiliation": "Director, Hill House",
                "scope": "state",
                "nation": "Lake Nation",
                "city": "Tulsa",
                "kind": "legal",
                "languages": "chr; Spanish",
                "website": "https://ruiz.example.org",
                "sort_as": "Ruiz",
                "note_en": "First to sign",
                "note_es": "",
            }
        )
    )
    endorser = Endorser.objects.get(uuid=uuid)
    assert (endorser.name, endorser.is_person, endorser.identification_only) == (
        "Ana Ruiz",
        True,
        True,
    )
    assert (endorser.affiliation, endorser.scope) == ("Director, Hill House", "state")
    assert (endorser.nation, endorser.city, endorser.kind) == ("Lake Nation", "Tulsa", "legal")
    assert (endorser.website, endorser.sort_key) == ("https://ruiz.example.org", "ruiz")
    assert [place.code for place in endorser.places.all()] == ["tribal"]
    assert [language.code for language in endorser.languages.all()] == ["chr", "es"]
    assert [(note.locale, note.text) for note in endorser.notes.all()] == [("en", "First to sign")]


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


def test_the_same_list_twice_changes_nothing() -> None:
    bring(csv_of(HILL, LAKE))
    batch, plan = preview(csv_of(HILL, LAKE))
    assert (len(plan.created), len(plan.changed), len(plan.skipped)) == (0, 0, 2)
    with pytest.raises(ImportRefused, match="nothing to take over"):
        take_over(batch_id=batch.pk, shown=plan.digest)


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


def test_the_preview_tells_before_and_after() -> None:
    endorser = EndorserFactory(name="Hill House", places=["OH"], city="Toledo")
    _batch, plan = preview(csv_of({**HILL, "id": str(endorser.uuid), "city": "Akron"}))
    [change] = plan.changed[0].changes
    assert (change.column, change.before, change.after) == ("city", "Toledo", "Akron")


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


def test_any_problem_keeps_everything_out() -> None:
    EndorserFactory(name="Lake Union", national=True, city="Toledo")
    rows = csv_of(
        HILL | {"city": ""}, {**HILL, "place": "CA; Calif.", "city": ""}, LAKE | {"city": "Akron"}
    )
    with pytest.raises(ImportRefused, match="Nothing was taken over"):
        bring(rows)
    assert names() == ["Lake Union"]
    assert Endorser.objects.get().city == "Toledo"
    assert not StatusChange.objects.exists()


def test_rows_with_problems_can_be_left_out() -> None:
    batch = bring(csv_of(HILL, {**HILL, "place": "Calif."}, LAKE), leave_out=True)
    assert names() == ["Hill House", "Lake Union"]
    assert batch.created == 2


def test_one_bad_row_of_an_endorser_leaves_out_all_of_its_rows() -> None:
    endorser = EndorserFactory(name="Hill House", places=["OH", "TX"])
    row = {**HILL, "id": str(endorser.uuid)}
    _batch, plan = preview(csv_of(row, {**row, "place": "Texass"}, {**LAKE, "id": ""}))
    assert plan.bad_rows == 2
    bring(csv_of(row, {**row, "place": "Texass"}, {**LAKE, "id": ""}), leave_out=True)
    assert [place.code for place in endorser.places.all()] == ["OH", "TX"]


def test_a_failure_half_way_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    batch, plan = preview(csv_of(HILL, LAKE))
    monkeypatch.setattr("coalition.importing.writing.marks", fail)
    with pytest.raises(RuntimeError):
        take_over(batch_id=batch.pk, shown=plan.digest)
    batch.refresh_from_db()
    assert names() == []
    assert batch.state == ImportBatch.State.PREVIEWED


def test_what_the_register_says_already_is_no_problem() -> None:
    endorser = EndorserFactory(name="<Hill> =?", places=["OH"], website="")
    row = {"id": str(endorser.uuid), "place": "Ohio", "name": "<Hill> =?"}
    _batch, plan = preview(csv_of(row))
    assert plan.problems == []
    assert len(plan.skipped) == 1


def test_a_plan_that_is_stale_is_refused() -> None:
    batch, plan = preview(csv_of(HILL, LAKE))
    EndorserFactory(name="Hill House", places=["OH"])
    with pytest.raises(ImportRefused, match="The register has changed since"):
        take_over(batch_id=batch.pk, shown=plan.digest)
    assert names() == ["Hill House"]


def test_an_import_is_taken_over_once() -> None:
    batch, plan = preview(csv_of(HILL))
    take_over(batch_id=batch.pk, shown=plan.digest)
    with pytest.raises(ImportRefused, match="taken over already"):
        take_over(batch_id=batch.pk, shown=plan.digest)
    assert names() == ["Hill House"]


def test_the_history_names_who_imported() -> None:
    user = User.objects.create_user("ada")
    endorser = EndorserFactory(name="Hill House", places=["OH"])
    bring(csv_of({**HILL, "city": "Akron"}, {**LAKE, "city": ""}), by=user)
    change = StatusChange.objects.get(endorser__name="Lake Union")
    assert (change.status, change.by) == (Status.APPROVED, user)
    logged = ModelLogEntry.objects.filter(user=user).order_by("action")
    assert [(entry.action, entry.label) for entry in logged] == [
        ("wagtail.create", "Lake Union"),
        ("wagtail.edit", "Hill House"),
    ]
    assert logged[1].object_id == str(endorser.pk)


def test_everybody_comes_to_stand_behind_the_statement_once() -> None:
    statement = StatementFactory()
    already = EndorsementFactory(
        endorser=EndorserFactory(name="Hill House", places=["OH"]), statement=statement
    )
    EndorserFactory(name="Lake Union", national=True)
    batch = bring(csv_of(HILL, LAKE, {**HILL, "name": "River"}), statement=statement)
    assert (batch.created, batch.changed, batch.skipped) == (1, 1, 1)
    assert [row.name for row in public_rows(statement=statement)] == [
        "Hill House",
        "Lake Union",
        "River",
    ]
    assert Endorsement.objects.filter(endorser=already.endorser).count() == 1


def test_endorsements_count_from_a_given_day() -> None:
    statement = StatementFactory()
    bring(csv_of(HILL), statement=statement, since=datetime.date(2027, 3, 1))
    assert public_rows(statement=statement, as_of=datetime.date(2027, 2, 28)) == []
    assert len(public_rows(statement=statement, as_of=datetime.date(2027, 3, 1))) == 1


def test_endorsers_to_be_looked_at_are_not_public_and_count_later() -> None:
    statement = StatementFactory()
    bring(csv_of(HILL), statement=statement, status=Status.CONFIRMED)
    assert public_rows() == []
    assert Endorsement.objects.get().counted_from is None


CONTACT = {
    "contact_name": "Bo Okafor",
    "contact_role": "Director",
    "contact_email": "bo@hill.example.org",
    "contact_language": "es",
}


def test_contacts_are_sealed() -> None:
    bring(csv_of({**HILL, **CONTACT}))
    contact = Contact.objects.get()
    assert contact.unseal() == {
        "name": "Bo Okafor",
        "role": "Director",
        "email": "bo@hill.example.org",
    }
    assert (contact.state, contact.locale) == (Contact.State.ENTERED, "es")


def test_the_same_contact_again_changes_nothing() -> None:
    bring(csv_of({**HILL, **CONTACT}))
    _batch, plan = preview(csv_of({**HILL, **CONTACT}))
    assert len(plan.skipped) == 1


def test_a_contact_that_staff_entered_is_replaced_and_one_that_confirmed_stays() -> None:
    bring(csv_of({**HILL, **CONTACT}))
    lake = EndorserFactory(name="Lake Union", national=True)
    ContactFactory(endorser=lake, name="Ada", email="ada@lake.example.org")
    news = CONTACT | {"contact_email": "new@hill.example.org"}
    batch, plan = preview(csv_of({**HILL, **news}, {**LAKE, **news}))
    assert hints(plan) == [
        "Its contact changes.",
        "It has a contact of its own already, who stays.",
    ]
    take_over(batch_id=batch.pk, shown=plan.digest)
    assert Contact.objects.get(endorser__name="Hill House").unseal()["email"] == (
        "new@hill.example.org"
    )
    assert lake.contact.unseal()["email"] == "ada@lake.example.org"


def test_a_contact_needs_an_address() -> None:
    _batch, plan = preview(csv_of({**HILL, "contact_name": "Bo Okafor", "contact_email": ""}))
    [problem] = told(plan)
    assert problem.startswith("Line 2, contact_email: Please write the contact's email address")


def test_nothing_that_is_kept_in_the_clear_tells_a_contact() -> None:
    batch = bring(csv_of({**HILL, **CONTACT}))
    logged = str(list(ModelLogEntry.objects.values_list("label", "data")))
    clear = str([str(batch), batch.name, bytes(batch.sealed), logged, names()])
    assert "Okafor" not in clear
    assert "bo@hill" not in clear


def test_what_waits_is_sealed_and_forgotten_when_it_is_taken_over() -> None:
    batch, plan = preview(csv_of(HILL))
    assert b"Hill House" not in bytes(batch.sealed)
    done = take_over(batch_id=batch.pk, shown=plan.digest)
    assert "reading" not in done.unseal()


def test_lists_that_nobody_takes_over_are_forgotten_after_two_days() -> None:
    old, _plan = preview(csv_of(HILL))
    new, _plan = preview(csv_of(LAKE))
    ImportBatch.objects.filter(pk=old.pk).update(
        read_at=timezone.now() - datetime.timedelta(days=2, minutes=1)
    )
    assert erase_stale_imports() == 1
    assert list(ImportBatch.objects.all()) == [new]


def test_the_queries_do_not_grow_with_the_rows(django_assert_max_num_queries: object) -> None:
    def rows(many: int) -> bytes:
        return csv_of(*[{**HILL, **CONTACT, "name": f"Hill House {n}"} for n in range(many)])

    bring(rows(3))
    batch, plan = preview(rows(60), statement=StatementFactory())
    assert (len(plan.created), len(plan.changed)) == (57, 3)
    with django_assert_max_num_queries(45):  # type: ignore[operator]
        take_over(batch_id=batch.pk, shown=plan.digest)
