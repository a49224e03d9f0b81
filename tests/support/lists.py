"""Lists of endorsers as somebody brings them."""

import csv
import io
from typing import Any

from openpyxl import Workbook

from coalition.importing import keep_import, plan_of, read_file, take_over
from coalition.importing.plans import Plan
from coalition.importing.rows import ReadRow
from coalition.models import Endorser, ImportBatch

HILL = {"place": "Ohio", "name": "Hill House"}
LAKE = {"place": "NATIONAL", "name": "Lake Union"}
CONTACT = {
    "contact_name": "Bo Okafor",
    "contact_role": "Director",
    "contact_email": "bo@hill.example.org",
    "contact_language": "es",
}


def csv_of(*rows: dict[str, str]) -> bytes:
    """A CSV file whose columns are those of the first row."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def xlsx_of(*rows: list[Any], merge: str = "") -> bytes:
    """A workbook with one sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """A workbook as a file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rows_of(data: bytes, name: str = "list.csv") -> list[ReadRow]:
    return read_file(name, data).rows


def problems_of(data: bytes, name: str = "list.csv") -> list[str]:
    """Every problem of a file, as it is shown."""
    return [str(problem) for row in rows_of(data, name) for problem in row.problems]


def preview(data: bytes, name: str = "list.csv", **kwargs: Any) -> tuple[ImportBatch, Plan]:
    """What bringing a file would do."""
    batch = keep_import(read_file(name, data), name=name, **kwargs)
    return batch, plan_of(batch)


def told(plan: Plan) -> list[str]:
    """Every problem of a plan, as it is shown."""
    return [str(problem) for problem in plan.problems]


def hints(plan: Plan) -> list[str]:
    """What a plan tells of its entries that is no problem."""
    return [hint for item in plan.items for hint in item.hints]


def bring(
    data: bytes, name: str = "list.csv", *, leave_out: bool = False, **kwargs: Any
) -> ImportBatch:
    """Bring a file and take it over."""
    batch, plan = preview(data, name, **kwargs)
    return take_over(batch_id=batch.pk, shown=plan.digest, leave_out=leave_out, by=kwargs.get("by"))


def names() -> list[str]:
    """Everybody in the register, in order."""
    return list(Endorser.objects.in_order().values_list("name", flat=True))
