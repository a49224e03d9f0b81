"""The commands import_endorsers and export_endorsers, as an operator runs them."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from coalition.listing import public_rows
from coalition.models import Endorsement, Endorser, ImportBatch, StatusChange
from tests.factories.coalition import EndorsementFactory, EndorserFactory, StatementFactory
from tests.support.lists import csv_of, names

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_register")]

HILL = {"place": "Ohio", "name": "Hill House", "city": "Akron"}
LAKE = {"place": "NATIONAL", "name": "Lake Union", "city": ""}
BAD = {"place": "CA; Calif.", "name": "Bay House", "city": ""}


def run(command: str, *args: Any, **options: Any) -> tuple[str, str]:
    """What a command writes to its two outputs."""
    out, err = io.StringIO(), io.StringIO()
    call_command(command, *map(str, args), stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def written(folder: Path, *rows: dict[str, str]) -> Path:
    """A CSV file."""
    file = folder / "list.csv"
    file.write_bytes(csv_of(*rows))
    return file


def test_a_file_is_imported_and_told_line_by_line(tmp_path: Path) -> None:
    EndorserFactory(name="Lake Union", national=True, city="Toledo")
    out, err = run("import_endorsers", written(tmp_path, HILL, LAKE | {"city": "Dayton"}))
    assert out.splitlines() == [
        "Line 2: new: Hill House (Ohio)",
        "Line 3: changed: Lake Union (NATIONAL)",
        "    city: Toledo → Dayton",
        "1 new, 1 changed, 0 unchanged. Rows with problems: 0.",
        "Imported. It can be undone in the admin.",
    ]
    assert err == ""
    assert ImportBatch.objects.get().state == ImportBatch.State.APPLIED


def test_a_dry_run_imports_nothing(tmp_path: Path) -> None:
    out, _err = run("import_endorsers", written(tmp_path, HILL), "--dry-run")
    assert "1 new, 0 changed" in out
    assert "nothing was imported" in out
    assert (names(), ImportBatch.objects.count()) == ([], 0)


def test_with_a_problem_nothing_is_imported_and_the_line_is_named(tmp_path: Path) -> None:
    err = io.StringIO()
    with pytest.raises(CommandError, match=r"Nothing was imported\. Rows with problems: 1\."):
        call_command("import_endorsers", written(tmp_path, HILL, BAD), stderr=err)
    assert "Line 3, place: “CA; Calif.” is more than one place" in err.getvalue()
    assert (names(), StatusChange.objects.count(), ImportBatch.objects.count()) == ([], 0, 0)


def test_a_dry_run_with_problems_fails_as_well(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Nothing was imported"):
        run("import_endorsers", written(tmp_path, BAD), "--dry-run")


def test_rows_with_problems_can_be_left_out(tmp_path: Path) -> None:
    out, _err = run("import_endorsers", written(tmp_path, HILL, BAD), "--leave-out-problems")
    assert "1 new, 0 changed, 0 unchanged. Rows with problems: 1." in out
    assert names() == ["Hill House"]


def test_the_same_file_again_says_so_and_does_nothing(tmp_path: Path) -> None:
    file = written(tmp_path, HILL)
    run("import_endorsers", file)
    out, _err = run("import_endorsers", file)
    assert out == "0 new, 0 changed, 1 unchanged. Rows with problems: 0.\n"
    assert ImportBatch.objects.count() == 1


def test_endorsers_may_stand_behind_a_statement_since_a_day(tmp_path: Path) -> None:
    statement = StatementFactory(name="Families")
    file = written(tmp_path, HILL)
    run("import_endorsers", file, "--statement=families", "--since=2026-03-01")
    assert [row.since.date().isoformat() for row in public_rows(statement=statement) if row.since]
    assert f"{Endorsement.objects.get().counted_from:%Y-%m-%d}" == "2026-03-01"


@pytest.mark.parametrize("given", ["pk", "uuid"])
def test_a_statement_may_be_named_by_its_number_or_id(tmp_path: Path, given: str) -> None:
    statement = StatementFactory()
    run("import_endorsers", written(tmp_path, HILL), f"--statement={getattr(statement, given)}")
    assert Endorsement.objects.get().statement == statement


def test_new_endorsers_may_have_to_be_looked_at(tmp_path: Path) -> None:
    run("import_endorsers", written(tmp_path, HILL), "--status=confirmed")
    assert Endorser.objects.get().status == Endorser.Status.CONFIRMED


def test_a_file_in_another_encoding_is_read_with_a_warning(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes("place,name\nOhio,Acción\n".encode("cp1252"))
    _out, err = run("import_endorsers", file)
    assert "read as Windows-1252" in err
    assert names() == ["Acción"]


def large(folder: Path) -> Path:
    """A file of 50 MB that takes no room on the disk."""
    file = folder / "large.csv"
    with file.open("wb") as sparse:
        sparse.truncate(50 * 1024 * 1024)
    return file


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("was read"))
    with pytest.raises(CommandError, match="larger than 5 MB"):
        run("import_endorsers", large(tmp_path))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["missing.csv"], "missing.csv cannot be read: No such file"),
        (["."], "cannot be read"),
        (["list.csv", "--statement=None such"], "No statement is called None such. There are: "),
        (["list.csv", "--since=2999-01-01"], "2999-01-01 is in the future"),
        (["list.csv", "--since=March"], "March is no day"),
        (["list.csv", "--status=withdrawn"], "invalid choice: 'withdrawn'"),
    ],
)
def test_wrong_arguments_are_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], sentence: str
) -> None:
    written(tmp_path, HILL)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommandError, match=sentence):
        run("import_endorsers", *arguments)
    assert names() == []


def test_two_statements_of_one_name_are_told_apart_by_number(tmp_path: Path) -> None:
    first, second = StatementFactory.create_batch(2, name="Families")
    with pytest.raises(CommandError, match="Several statements are called Families") as refusal:
        run("import_endorsers", written(tmp_path, HILL), "--statement=Families")
    assert f"{first.pk}: Families" in str(refusal.value)
    assert f"{second.pk}: Families" in str(refusal.value)


def test_no_output_tells_a_contact(tmp_path: Path) -> None:
    rows = [
        {**HILL, "contact_name": "Bo Okafor", "contact_email": "bo@hill.example.org"},
        {**LAKE, "contact_name": "Bo Okafor", "contact_email": "bo at hill"},
    ]
    err, out = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError) as refusal:
        call_command("import_endorsers", written(tmp_path, *rows), stdout=out, stderr=err)
    told = err.getvalue() + out.getvalue() + str(refusal.value)
    assert "Line 3, contact_email" in told
    assert "Okafor" not in told
    assert "hill.example" not in told
    assert "bo at" not in told


def test_an_export_goes_to_the_terminal_or_a_file(tmp_path: Path) -> None:
    EndorserFactory(name="Hill House")
    out, _err = run("export_endorsers", "--format=json")
    assert [row["name"] for row in json.loads(out)] == ["Hill House"]
    file = tmp_path / "list.xlsx"
    out, err = run("export_endorsers", "--format=xlsx", f"--output={file}")
    assert (out, err) == ("", f"Written: {file}\n")
    assert load_workbook(file).worksheets[0]["C2"].value == "Hill House"


def test_what_is_exported_can_be_imported(tmp_path: Path) -> None:
    EndorserFactory(name="Hill House", places=["OH", "TX"])
    file = tmp_path / "list.csv"
    run("export_endorsers", "--format=csv", f"--output={file}")
    out, _err = run("import_endorsers", file)
    assert out == "0 new, 0 changed, 1 unchanged. Rows with problems: 0.\n"


def test_an_export_may_be_narrowed_and_widened() -> None:
    statement = StatementFactory(name="Families")
    EndorsementFactory(statement=statement, endorser=EndorserFactory(name="Hill House"))
    EndorserFactory(name="Lake House", status=Endorser.Status.DECLINED)
    out, _err = run("export_endorsers", "--format=json", "--statement=Families")
    assert [row["name"] for row in json.loads(out)] == ["Hill House"]
    out, _err = run("export_endorsers", "--format=json", "--all-statuses")
    assert [row["name"] for row in json.loads(out)] == ["Hill House", "Lake House"]


def test_wrong_ways_to_export_are_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="say where to write it with --output FILE"):
        run("export_endorsers", "--format=xlsx")
    with pytest.raises(CommandError, match="cannot be written: No such file or directory"):
        run("export_endorsers", f"--output={tmp_path / 'missing' / 'list.csv'}")
