"""Opening a workbook, and keeping those out that are none or that would fill the memory."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from itertools import combinations

from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext as _
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import range_boundaries

from locales.cldr import local_number

from .problems import Unreadable

MOST_UNPACKED = 50 * 1024 * 1024
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MERGED, ROW = f"{_SHEET}mergeCell", f"{_SHEET}row"
MOST_ROWS = 20_000
MOST_MERGED = 500

Range = tuple[int, int, int, int, str]


def refuse_old_office(data: bytes) -> None:
    """Say what to do with a workbook that is locked or in the format of before 2007."""
    if not data.startswith(OLD_OFFICE):
        return
    if ENCRYPTED in data:
        raise Unreadable(_("This workbook is locked by a password. Please save it without one."))
    raise Unreadable(_("This is a workbook of an old format. Please save it as XLSX."))


class Workbook:
    """The sheets of an XLSX file, read as a stream; raises :class:`Unreadable`."""

    def __init__(self, data: bytes) -> None:
        self._archive = _archive(data)
        try:
            with warnings.catch_warnings():
                # It warns of looks and rules that it does not keep; only the cells matter here.
                warnings.simplefilter("ignore")
                reader = ExcelReader(io.BytesIO(data), read_only=True, keep_links=False)
                reader.read()
                self._paths = {sheet.name: rel.target for sheet, rel in reader.parser.find_sheets()}
        except Exception as error:
            # A broken file makes openpyxl stumble over anything.
            raise not_readable() from error
        self.sheets = reader.wb.worksheets

    def merged(self, title: str) -> list[Range]:
        """Each merged range of a sheet: first column and row, last column and row, its name.

        Refuses a sheet with too many of them or with rows too far below, empty or not.
        """
        found: list[Range] = []
        rows = 0
        for tag, attributes in self._elements(title):
            if tag == ROW:
                rows = max(rows + 1, int(attributes.get("r", 0)))
            elif tag == MERGED:
                name = attributes["ref"]
                found.append((*range_boundaries(name), name))
            if rows > MOST_ROWS:
                raise _too_many_rows()
            if len(found) > MOST_MERGED:
                raise _too_many_merged()
        if _overlap(found):
            raise not_readable()
        return found

    def _elements(self, title: str) -> Iterator[tuple[str, dict[str, str]]]:
        """The tag and the attributes of each element of a sheet, which is empty by then."""
        with self._archive.open(self._paths[title]) as source:
            for _event, element in iterparse(source):
                yield element.tag, element.attrib
                element.clear()


def not_readable() -> Unreadable:
    """The refusal of a file that is no workbook, or a broken one."""
    return Unreadable(_("This is no workbook that can be read. Please save it again as XLSX."))


def _too_many_rows() -> Unreadable:
    message = _("This sheet goes on below row %(limit)s. Please copy the list to a new workbook.")
    return Unreadable(message % {"limit": local_number(MOST_ROWS)})


def _too_many_merged() -> Unreadable:
    message = _("More than %(limit)s ranges of cells are merged. Please split them all.")
    return Unreadable(message % {"limit": local_number(MOST_MERGED)})


def _overlap(merged: list[Range]) -> bool:
    """Whether two ranges share a cell, which no program writes; noting them would take for ever."""
    return any(
        one[0] <= two[2] and two[0] <= one[2] and one[1] <= two[3] and two[1] <= one[3]
        for one, two in combinations(merged, 2)
    )


def _archive(data: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise not_readable() from error
    members = archive.infolist()
    if "[Content_Types].xml" not in archive.namelist():
        raise not_readable()
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable(_("This workbook is locked by a password. Please save it without one."))
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise Unreadable(_("This workbook is too large. Please copy the list to a new one."))
    return archive
