"""Understanding a file of ZIP codes and districts, in either of its two public formats."""

import csv
import io
from dataclasses import dataclass, field

from alerts.officials.districts import District

from .district_rows import RowReader, census_reader, is_census, plain_reader
from .problems import BadRow, Problem, SourceError


@dataclass(slots=True)
class DistrictFile:
    """A file understood: its ``pairs`` of ZIP code and district, and the rows that are bad.

    ``congress`` is the number the file itself names, ``left_out`` counts rows that are rightly
    dropped: water, slivers without land, parts of a district without a ZIP code.
    """

    congress: int | None = None
    pairs: set[tuple[str, District]] = field(default_factory=set)
    left_out: int = 0
    problems: list[Problem] = field(default_factory=list)


def parse_districts(text: str) -> DistrictFile:
    """Understand the whole file; raises ``SourceError`` where its columns are not known."""
    try:
        file = _parse(text)
    except csv.Error as error:
        message = f"This is not readable as a table: {error}."
        raise SourceError(message) from error
    if not file.pairs and not file.problems:
        message = "This file has no rows with a ZIP code and a district."
        raise SourceError(message)
    return file


def _parse(text: str) -> DistrictFile:
    header = text.partition("\n")[0]
    delimiter = "|" if is_census(header) else ","
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns = [name.strip() for name in next(table)]
    file = DistrictFile()
    if is_census(header):
        file.congress, read = census_reader(columns)
    else:
        read = plain_reader(columns)
    for cells in table:
        if cells:
            _take(file, read, table.line_num, cells, len(columns))
    return file


def _take(file: DistrictFile, read: RowReader, line: int, cells: list[str], width: int) -> None:
    try:
        if len(cells) != width:
            message = f"it has {len(cells)} columns, the header has {width}"
            raise BadRow(message)
        pair = read(cells)
    except BadRow as reason:
        file.problems.append(Problem(line, str(reason)))
        return
    if pair is None:
        file.left_out += 1
    else:
        file.pairs.add(pair)
