"""Tables as the sheets of a workbook (XLSX).

Libraries keep a workbook in memory or on the disk until its last row, where what it says of people
could be found; here it is packed and sent row by row.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from xml.sax.saxutils import escape, quoteattr

from .cells import Cell, Row, safe_rows

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What Excel reads of one sheet.
MOST_ROWS = 1_048_576
ROWS_AT_ONCE = 1_000

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "http://schemas.openxmlformats.org"
_MAIN = f"{_OFFICE}/spreadsheetml/2006/main"
_RELATIONS = f"{_OFFICE}/officeDocument/2006/relationships"
_PACKAGE = f"{_OFFICE}/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


class _Pipe(io.RawIOBase):
    """Takes what is written until somebody fetches it."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override] # any buffer has a length
        self._waiting += data
        return len(data)

    def take(self) -> bytes:
        """What was written since the last time."""
        taken = bytes(self._waiting)
        self._waiting.clear()
        return taken


def workbook_pieces(sheets: Mapping[str, Iterable[Row]]) -> Iterator[bytes]:
    """The file with a sheet for each table, piece by piece.

    A table that is longer than a sheet can be goes on in another, as ``Names 2``.
    """
    pipe = _Pipe()
    titles: list[str] = []
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for title, part in _parts(sheets):
            titles.append(title)
            with archive.open(f"xl/worksheets/sheet{len(titles)}.xml", "w") as sheet:
                for xml in _sheet(part):
                    sheet.write(xml.encode())
                    yield pipe.take()
        for name, xml in _around(titles):
            archive.writestr(name, _HEAD + xml)
    yield pipe.take()


def _parts(sheets: Mapping[str, Iterable[Row]]) -> Iterator[tuple[str, Iterator[list[Cell]]]]:
    for title, rows in sheets.items():
        left, number = iter(safe_rows(rows)), 1
        for first in left:
            rest = islice(left, MOST_ROWS - 1)
            yield title if number == 1 else f"{title} {number}", chain([first], rest)
            number += 1


def _sheet(rows: Iterator[list[Cell]]) -> Iterator[str]:
    yield f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>'
    while batch := list(islice(rows, ROWS_AT_ONCE)):
        yield "".join(map(_row, batch))
    yield "</sheetData></worksheet>"


def _row(cells: Row) -> str:
    return f"<row>{''.join(map(_cell, cells))}</row>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, int):
        return f"<c><v>{cell}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'


def _around(titles: list[str]) -> Iterator[tuple[str, str]]:
    """The parts of the package that say which sheets there are."""
    numbers = range(1, len(titles) + 1)
    yield "[Content_Types].xml", _content_types(numbers)
    yield "_rels/.rels", _relations({1: ("officeDocument", "xl/workbook.xml")})
    yield (
        "xl/_rels/workbook.xml.rels",
        _relations({number: ("worksheet", f"worksheets/sheet{number}.xml") for number in numbers}),
    )
    yield "xl/workbook.xml", _workbook(titles)


def _content_types(numbers: Iterable[int]) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml"'
        f' ContentType="{_TYPES}.worksheet+xml"/>'
        for number in numbers
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f"{sheets}</Types>"
    )


def _relations(targets: Mapping[int, tuple[str, str]]) -> str:
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def _workbook(titles: list[str]) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{number}" r:id="r{number}"/>'
        for number, title in enumerate(titles, 1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{sheets}</sheets></workbook>'
