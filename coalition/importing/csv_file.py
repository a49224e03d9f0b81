"""Reading tables written as text, with any of the usual separators."""

import csv
import io
from collections.abc import Iterator
from contextlib import suppress

from django.utils.translation import gettext as _

from locales.cldr import local_number

from .problems import Unreadable
from .rows import Reading
from .tables import Line, has_header, read_table

DELIMITERS = (",", ";", "\t", "|")


def read_csv(text: str) -> Reading:
    """Every row of the table; raises :class:`Unreadable`."""
    return read_table(_lines(text, _delimiter(text) or ","))


def is_table(text: str) -> bool:
    """Whether ``text`` has a header with the columns we need."""
    return bool(_delimiter(text))


def _delimiter(text: str) -> str:
    """What stands between the cells of the header, if there is one."""
    for delimiter in DELIMITERS:
        with suppress(Unreadable):
            if has_header(_lines(text, delimiter)):
                return delimiter
    return ""


def _lines(text: str, delimiter: str) -> Iterator[Line]:
    """Each record with the line it begins on: a quoted cell may take several."""
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in table:
            yield Line(begins, cells)
            begins = table.line_num + 1
    except csv.Error as error:
        raise _refusal(begins, error) from error


def _refusal(line: int, error: csv.Error) -> Unreadable:
    """What is wrong with the record on ``line``; ``error`` tells a long cell by its words only."""
    limit = csv.field_size_limit()
    if f"({limit})" in str(error):
        message = _(
            "The row that begins on line %(line)s has a cell of more than %(limit)s characters."
            " Please shorten it, or look for a quotation mark that is never closed."
        )
    else:
        message = _("Line %(line)s cannot be read: there is a quotation mark too many or too few.")
    return Unreadable(message % {"line": line, "limit": local_number(limit)})
