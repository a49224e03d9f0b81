"""Opening a workbook, and keeping those out that are none or that would fill the memory."""

import io
import warnings
import zipfile
from collections.abc import Iterator

from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext as _
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import range_boundaries

from .problems import Unreadable

MOST_UNPACKED = 50 * 1024 * 1024
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MERGED = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}mergeCell"


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

    def merged(self, title: str) -> Iterator[tuple[int, int, int, int, str]]:
        """Each merged range of a sheet: first column and row, last column and row, its name."""
        with self._archive.open(self._paths[title]) as source:
            for _event, element in iterparse(source):
                if element.tag == MERGED:
                    name = element.attrib["ref"]
                    yield (*range_boundaries(name), name)
                element.clear()


def not_readable() -> Unreadable:
    """The refusal of a file that is no workbook, or a broken one."""
    return Unreadable(_("This is no workbook that can be read. Please save it again as XLSX."))


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
