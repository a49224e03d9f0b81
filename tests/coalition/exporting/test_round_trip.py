"""The register as files: safe in a spreadsheet, no contacts, and the same when it comes back."""

import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from alerts.supporters.spreadsheets.formulas import is_formula, safe, unsafe
from coalition.exporting import public_json
from coalition.exporting.tables import COLUMNS, Format, export_register
from coalition.importing import plan_import, read_file
from coalition.listing import public_rows
from coalition.models import Endorser
from coalition.services.entering import known, with_parts
from tests.factories.coalition import (
    ContactFactory,
    EndorsementFactory,
    EndorserFactory,
    StatementFactory,
)
from tests.support.lists import bring

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_register")]

STRANGE = [
    "=HYPERLINK(1)",
    "'=1",
    "''+1",
    "+1 Coalition",
    "-ism",
    "@Home",
    "’Twas; “a”, \\b",
    'Say "hi"',
    "O'Hara",
    "'Ohana",
    "https://hill.example.org",
    "<b>Hill</b>",
    "=?utf-8?q?x?=",
    "100",
    "1.0",
    "TRUE",
    "希望 | الأمل",
    "Acción;Río",
    "NATIONAL",
    "_x0041_",
    "(for identification purposes only)",
    "Foo;=1+1;@SUM(A1)",
    "Foo; '=1|''\"+2",
]


def fill() -> None:
    """Endorsers of every sort."""
    EndorserFactory(name="Lake Union", national=True, places=["OH"], languages=["es", "zh_Hans"])
    EndorserFactory(name="World House", scope="international", kind="faith")
    EndorserFactory(name="Hill House", places=["OH", "TX", "PR", "tribal"], nation="Lake Nation")
    EndorserFactory(name="Nowhere", places=[], notes={"en": "=1", "es": "Línea, “dos”", "ar": "١"})
    EndorserFactory(person=True, places=["DC"], sort_as="Ruiz", scope="state")
    EndorserFactory(person=True, affiliation="Judge", identification_only=False)
    EndorserFactory.create_batch(2, name="Twice", places=["OH"])
    for name in STRANGE:
        EndorserFactory(name=name, affiliation=name, city=name[:50], sort_as=name)


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_exporting_and_importing_changes_nothing(file_format: Format) -> None:
    fill()
    data = export_register(file_format)
    plan = plan_import(read_file(f"list.{file_format}", data).rows)
    assert plan.problems == []
    assert [item.changes for item in plan.changed] == []
    assert plan.created == []
    assert len(plan.skipped) == Endorser.objects.count()


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_an_export_rebuilds_an_empty_register(file_format: Format) -> None:
    EndorserFactory(name="Lake Union", national=True, places=["OH"], languages=["es"])
    EndorserFactory(name="Hill House", places=["OH", "TX"], notes={"es": "Hola"})
    before = {one.uuid: known(one) for one in with_parts(Endorser.objects.all())}
    data = export_register(file_format)
    Endorser.objects.all().delete()
    bring(data, f"list.{file_format}")
    assert {one.uuid: known(one) for one in with_parts(Endorser.objects.all())} == before


plain = st.characters(exclude_categories=["C", "Z"]) | st.just(" ")
words = st.text(plain, min_size=1, max_size=60).map(str.strip).filter(bool)


@given(names=st.lists(words, min_size=1, max_size=5), file_format=st.sampled_from(["csv", "xlsx"]))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_a_name_is_it_comes_back_unchanged(names: list[str], file_format: Format) -> None:
    Endorser.objects.all().delete()
    for name in names:
        EndorserFactory(name=name, affiliation=name[::-1].strip(), city="", website="")
    plan = plan_import(read_file(f"x.{file_format}", export_register(file_format)).rows)
    assert [str(problem) for problem in plan.problems] == []
    assert [item.changes for item in plan.changed] == []
    assert len(plan.skipped) == len(names)


@given(st.text() | st.text("=+-@＝;|\t ,\"'a\n"))
def test_what_is_made_safe_can_be_made_as_it_was(text: str) -> None:
    assert unsafe(safe(text)) == text
    assert not is_formula(safe(text))
    for delimiter in ";|\t":
        assert not [cell for cell in safe(text).split(delimiter)[1:] if calculates(cell)]


def calculates(cell: str) -> bool:
    """Whether a cell is a formula after spaces and quotation marks, which programs take away."""
    return cell.lstrip(' "')[:1] in {*"=+-@＝＋－＠"}


def test_where_semicolons_part_cells_no_cell_is_a_formula() -> None:
    EndorserFactory(name='Foo;=1+1; @SUM(A1);"-2')
    text = export_register("csv").decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    assert [cell for cell in cells if "1+1" in cell or "SUM" in cell]
    assert not [cell for cell in cells if calculates(cell)]


def test_staff_read_the_remark_where_the_public_does() -> None:
    EndorserFactory(person=True, affiliation="Judge", identification_only=False)
    [row] = json.loads(export_register("json"))
    [public] = json.loads(public_json(public_rows()))["endorsers"]
    assert row["identification_only"] == "1"
    assert public["identification_only"] is True


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@A1", "\t=1", "＝1"])
def test_no_cell_is_a_formula(name: str) -> None:
    EndorserFactory(name=name, affiliation=name, notes={"en": name})
    [row] = csv.DictReader(io.StringIO(export_register("csv").decode("utf-8-sig")))
    assert not [text for text in row.values() if is_formula(text)]
    book = load_workbook(io.BytesIO(export_register("xlsx")))
    cells = [cell for line in book.worksheets[0].iter_rows(min_row=2) for cell in line]
    assert not [cell for cell in cells if cell.data_type == "f" or is_formula(str(cell.value))]


def test_json_has_the_same_columns_and_the_texts_as_they_are() -> None:
    fill()
    rows = json.loads(export_register("json"))
    assert list(rows[0]) == list(COLUMNS)
    assert {"=HYPERLINK(1)", "'=1"} <= {row["name"] for row in rows}
    places = [row["place"] for row in rows if row["name"] == "Hill House"]
    assert places == ["Ohio", "Puerto Rico", "Texas", "Tribal nations"]


@pytest.mark.parametrize("file_format", ["csv", "xlsx", "json"])
def test_no_contact_is_exported(file_format: Format) -> None:
    contact = ContactFactory(name="Bo Okafor", email="bo@river.example.org")
    data = export_register(file_format, all_statuses=True)
    if file_format == "xlsx":
        book = load_workbook(io.BytesIO(data))
        data = str([[cell.value for cell in row] for row in book.worksheets[0]]).encode()
    assert contact.endorser.name.encode() in data
    assert b"Okafor" not in data
    assert b"bo@river" not in data
    assert b"contact" not in data


def names_in(data: bytes) -> list[str]:
    return [row["name"] for row in json.loads(data)]


def test_only_approved_endorsers_are_exported_unless_asked() -> None:
    EndorserFactory(name="Hill House")
    EndorserFactory(name="Lake House", status=Endorser.Status.WITHDRAWN)
    EndorserFactory(name="", person=True, status=Endorser.Status.WITHDRAWN)
    assert names_in(export_register("json")) == ["Hill House"]
    assert names_in(export_register("json", all_statuses=True)) == ["Hill House", "Lake House"]


def test_an_export_may_be_of_one_statement() -> None:
    statement = StatementFactory()
    EndorsementFactory(statement=statement, endorser=EndorserFactory(name="Hill House"))
    EndorserFactory(name="Lake House")
    assert names_in(export_register("json", statement=statement)) == ["Hill House"]


def test_a_register_that_is_empty_exports_its_columns() -> None:
    header = export_register("csv").decode("utf-8-sig").strip()
    assert header.split(",") == list(COLUMNS)


def test_the_queries_of_an_export_do_not_grow(django_assert_num_queries: object) -> None:
    EndorserFactory.create_batch(30, languages=["es"], notes={"en": "Hi"})
    with django_assert_num_queries(4):  # type: ignore[operator]
        export_register("csv")
