"""Reading one row of a ZIP-district table, in each format."""

import re
from collections.abc import Callable, Sequence

from alerts.officials.districts import AT_LARGE, District
from alerts.officials.states import CODE_BY_FIPS, STATES

from .problems import BadRow, SourceError

# Takes the cells of a row; gives a ZIP code with its district, or nothing for a row to leave out.
RowReader = Callable[[list[str]], tuple[str, District] | None]

_ZIP_COLUMNS = ("zip", "zcta", "zip_code", "zipcode")
_STATE_COLUMNS = ("state", "state_abbr")
_DISTRICT_COLUMNS = ("district", "cd")
_CENSUS_DISTRICT = re.compile(r"GEOID_CD(\d{3})_20", re.ASCII)
_CENSUS_ZIP = "GEOID_ZCTA5_20"
_CENSUS_LAND = "AREALAND_PART"
_ZIP = re.compile(r"\d{5}", re.ASCII)
_NUMBER = re.compile(r"\d{1,2}", re.ASCII)
_AREA = re.compile(r"\d+", re.ASCII)
_AT_LARGE_CODES = {0, 98}
_NO_DISTRICT_DEFINED = "ZZ"


def is_census(header: str) -> bool:
    """Whether a first line is that of the Census Bureau's relationship files."""
    return "|" in header


def plain_reader(columns: Sequence[str]) -> RowReader:
    """Read comma-separated rows with a ZIP code, a state and a district."""
    names = [name.casefold() for name in columns]
    zip_at = _find(names, _ZIP_COLUMNS)
    state_at = _find(names, _STATE_COLUMNS)
    district_at = _find(names, _DISTRICT_COLUMNS)

    def read(cells: list[str]) -> tuple[str, District] | None:
        number = _number(cells[district_at])
        zip_code, state = _zip(cells[zip_at]), _state(cells[state_at])
        return None if number is None else (zip_code, District(state, number))

    return read


def census_reader(columns: Sequence[str]) -> tuple[int, RowReader]:
    """Read the Census Bureau's rows; also gives the Congress that the column is named after."""
    matches = [match for name in columns if (match := _CENSUS_DISTRICT.fullmatch(name))]
    if len(matches) != 1:
        message = "This Census file has no column GEOID_CD<Congress>_20."
        raise SourceError(message)
    geoid_at = columns.index(matches[0][0])
    zip_at, land_at = _find(columns, (_CENSUS_ZIP,)), _find(columns, (_CENSUS_LAND,))

    def read(cells: list[str]) -> tuple[str, District] | None:
        geoid = cells[geoid_at].strip()
        number = _number(geoid[2:])
        state = _state_of_fips(geoid[:2])
        has_land = _area(cells[land_at]) > 0
        if number is None or not has_land or not cells[zip_at].strip():
            return None
        return _zip(cells[zip_at]), District(state, number)

    return int(matches[0][1]), read


def _find(columns: Sequence[str], names: Sequence[str]) -> int:
    """The place of the one column that has any of ``names``."""
    for name in names:
        if name in columns:
            return columns.index(name)
    message = f"This file has no column {' or '.join(names)}. It has: {', '.join(columns)[:200]}."
    raise SourceError(message)


def _zip(cell: str) -> str:
    text = cell.strip()
    if _ZIP.fullmatch(text):
        return text
    hint = " (a spreadsheet may have dropped its leading zeros)" if text.isdecimal() else ""
    message = f"{text!r} is no ZIP code of five digits{hint}"
    raise BadRow(message)


def _state(cell: str) -> str:
    text = cell.strip()
    if text not in STATES:
        message = f"{text!r} is no state or territory"
        raise BadRow(message)
    return text


def _state_of_fips(fips: str) -> str:
    if fips not in CODE_BY_FIPS:
        message = f"{fips!r} is no state number"
        raise BadRow(message)
    return CODE_BY_FIPS[fips]


def _number(cell: str) -> int | None:
    """The district's number, 0 for any way to write at large; nothing where none is defined."""
    text = cell.strip()
    if text == _NO_DISTRICT_DEFINED:
        return None
    if not _NUMBER.fullmatch(text):
        message = f"{text!r} is no district number"
        raise BadRow(message)
    return AT_LARGE if int(text) in _AT_LARGE_CODES else int(text)


def _area(cell: str) -> int:
    text = cell.strip()
    if not _AREA.fullmatch(text):
        message = f"{text!r} is no land area"
        raise BadRow(message)
    return int(text)
