"""Taking a list over: what is created, changed, skipped and refused; all of it or nothing."""

import datetime
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.models import ModelLogEntry

from coalition.importing import ImportRefused, erase_stale_imports, take_over
from coalition.listing import public_rows
from coalition.models import Endorsement, Endorser, ImportBatch, StatusChange
from tests.factories.coalition import EndorsementFactory, EndorserFactory, StatementFactory
from tests.support.lists import CONTACT, HILL, LAKE, bring, csv_of, names, preview

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_register")]
Status = Endorser.Status


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


def test_the_same_list_twice_changes_nothing() -> None:
    bring(csv_of(HILL, LAKE))
    batch, plan = preview(csv_of(HILL, LAKE))
    assert (len(plan.created), len(plan.changed), len(plan.skipped)) == (0, 0, 2)
    with pytest.raises(ImportRefused, match="nothing to take over"):
        take_over(batch_id=batch.pk, shown=plan.digest)


def test_the_preview_tells_before_and_after() -> None:
    endorser = EndorserFactory(name="Hill House", places=["OH"], city="Toledo")
    _batch, plan = preview(csv_of({**HILL, "id": str(endorser.uuid), "city": "Akron"}))
    [change] = plan.changed[0].changes
    assert (change.column, change.before, change.after) == ("city", "Toledo", "Akron")


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


def test_what_waits_is_sealed_and_forgotten_when_it_is_taken_over() -> None:
    batch, plan = preview(csv_of(HILL))
    assert b"Hill House" not in bytes(batch.sealed)
    assert "Hill House" in str(batch.unseal()["reading"])
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
