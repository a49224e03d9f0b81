"""From what somebody brought to rows, by whatever format it is in."""

import re
from pathlib import PurePath

from django.utils.translation import gettext as _

from .csv_file import is_table, read_csv
from .encoding import decode
from .pasted import read_pasted
from .problems import Unreadable
from .rows import Reading
from .workbook import refuse_old_office
from .xlsx_file import read_xlsx

MOST_BYTES = 5 * 1024 * 1024
ZIPPED = b"PK\x03\x04"
TABLES = {".csv", ".tsv"}
# How JSON begins, and no header of ours and no line of a pasted list.
JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")


def refuse_large(size: int) -> None:
    """Raise :class:`Unreadable` for a file of ``size`` bytes that must not be read at all."""
    if size > MOST_BYTES:
        raise Unreadable(_("This is larger than 5 MB. Please bring the list alone."))


def read_file(name: str, data: bytes) -> Reading:
    """The rows of a file, by what is in it rather than by its name; raises :class:`Unreadable`."""
    refuse_large(len(data))
    refuse_old_office(data)
    if data.startswith(ZIPPED):
        return read_xlsx(data)
    text, notices = decode(data)
    _refuse_json(text)
    is_list = PurePath(name).suffix.casefold() not in TABLES
    reading = _read_either(text) if is_list else read_csv(text)
    return Reading(reading.rows, notices + reading.notices)


def read_text(text: str) -> Reading:
    """The rows of a pasted table, or of a pasted list with headings."""
    refuse_large(len(text))
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise Unreadable(_("This is empty: there is nothing to import."))
    _refuse_json(text)
    return _read_either(text)


def _read_either(text: str) -> Reading:
    return read_csv(text) if is_table(text) else read_pasted(text)


def _refuse_json(text: str) -> None:
    if JSON.match(text):
        raise Unreadable(
            _("This is JSON, which is not read here. Please bring the list as CSV or XLSX.")
        )
