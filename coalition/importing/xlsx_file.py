"""Reading the rows of a workbook."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from .columns import MOST_COLUMNS
from .problems import Unreadable
from .rows import Reading
from .tables import HEADER_WITHIN, Line, has_header, read_table
from .workbook import MOST_ROWS, Range, Workbook, not_readable

# The ranges of merged cells that touch a row, by its number.
Merged = Mapping[int, list[Range]]


def read_xlsx(data: bytes) -> Reading:
    """Every row of the first sheet that has our columns; raises :class:`Unreadable`.

    Formulas, merged cells, dates and errors are problems of their rows.
    """
    book = Workbook(data)
    try:
        for sheet in book.sheets:
            if has_header(_lines(sheet, {}, HEADER_WITHIN)):
                return read_table(_lines(sheet, _by_row(book.merged(sheet.title))))
        return read_table(iter([]))
    except Unreadable:
        raise
    except Exception as error:
        # A broken file makes openpyxl stumble over anything.
        raise not_readable() from error


def _by_row(merged: list[Range]) -> Merged:
    rows: defaultdict[int, list[Range]] = defaultdict(list)
    for one in merged:
        if one[0] <= MOST_COLUMNS:
            for number in range(one[1], min(one[3], MOST_ROWS) + 1):
                rows[number].append(one)
    return rows


def _lines(sheet: Any, merged: Merged, last: int = MOST_ROWS) -> Iterator[Line]:
    """The rows down to ``last`` in which anything is written or merged."""
    # What the file says of its own size may be wrong.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=last, max_col=MOST_COLUMNS)
    for number, cells in enumerate(rows, 1):
        if number not in merged and not any(cell.value is not None for cell in cells):
            continue
        line = Line(number, [_text(cell.value) for cell in cells])
        for at, cell in enumerate(cells):
            if fault := _fault(cell, f"{get_column_letter(at + 1)}{number}"):
                line.faults[at] = fault
        _note_merged(line, merged.get(number, []))
        yield line


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(int(value))
        case float() if value.is_integer():
            return str(int(value))
        case str() | int() | float():
            return str(value)
    return ""


def _fault(cell: Any, name: str) -> str:
    """Why a cell is no text; nothing where it is."""
    if cell.data_type == "f":
        message = _("Cell %(cell)s holds a formula. Please paste it as a value.")
    elif cell.data_type == "e":
        message = _("Cell %(cell)s holds an error.")
    elif isinstance(cell.value, datetime.date | datetime.time | datetime.timedelta):
        message = _("Cell %(cell)s holds a date or a time. Please format it as text.")
    else:
        return ""
    return message % {"cell": name}


def _note_merged(line: Line, merged: list[Range]) -> None:
    for first, _top, last, _bottom, name in merged:
        message = _("The cells %(cells)s are merged. Please split them and fill in each.")
        for at in range(first - 1, min(last, MOST_COLUMNS)):
            line.faults.setdefault(at, message % {"cells": name})
