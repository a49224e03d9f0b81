"""Reading the lines of a table, wherever it comes from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from django.utils.translation import gettext as _

from locales.cldr import local_number

from .cells import read_cells
from .columns import MOST_COLUMNS, columns, is_header, unknown_columns
from .problems import Problem, Unreadable
from .rows import Reading, ReadRow

MOST_ROWS = 10_000
# A title and a few words may stand above the header.
HEADER_WITHIN = 20


@dataclass(frozen=True, slots=True)
class Line:
    """The ``cells`` of one line; ``faults`` says of which cell why it cannot be read."""

    number: int
    cells: list[str]
    faults: dict[int, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return not self.faults and not any(cell.strip() for cell in self.cells)


def has_header(lines: Iterable[Line]) -> bool:
    """Whether one of the first lines names the columns that are needed."""
    return any(is_header(line.cells) for line in islice(lines, HEADER_WITHIN))


def read_table(lines: Iterable[Line]) -> Reading:
    """Every line below the header; raises :class:`Unreadable` where there is none."""
    written = (line for line in lines if not line.is_empty)
    header = _header(written)
    at = columns(header)
    said = (line for line in written if _says(line, at))
    rows = [_row(line, at, len(header)) for line in _limited(said)]
    if not rows:
        raise Unreadable(_("There are no rows below the header: there is nothing to import."))
    return Reading(rows, _notices(header))


def too_many_rows() -> Unreadable:
    """The refusal of a list that is too long to be looked over."""
    message = _("This has more than %(limit)s rows. Please bring it in several parts.")
    return Unreadable(message % {"limit": local_number(MOST_ROWS)})


def _header(written: Iterator[Line]) -> list[str]:
    for line in islice(written, HEADER_WITHIN):
        if is_header(line.cells):
            return _written(line.cells)
    raise Unreadable(
        _(
            "No header was found. The first row must name the columns, and a column “place” and a"
            " column “name” are needed."
        )
    )


def _written(header: list[str]) -> list[str]:
    """The header without the empty cells at its end, if it is not too wide."""
    width = max(at for at, cell in enumerate(header, 1) if cell.strip())
    if width > MOST_COLUMNS:
        message = _("This has more than %(limit)s columns. Please delete those that are not ours.")
        raise Unreadable(message % {"limit": local_number(MOST_COLUMNS)})
    return header[:width]


def _says(line: Line, at: dict[int, str]) -> bool:
    """Whether anything stands in the columns that are read."""
    cells = [cell for where, cell in enumerate(line.cells) if where in at]
    return any(cell.strip() for cell in cells) or any(where in line.faults for where in at)


def _limited(written: Iterator[Line]) -> Iterator[Line]:
    for count, line in enumerate(written, 1):
        if count > MOST_ROWS:
            raise too_many_rows()
        yield line


def _row(line: Line, at: dict[int, str], width: int) -> ReadRow:
    cells = [*line.cells, *[""] * (width - len(line.cells))]
    values, problems = read_cells(line.number, {name: cells[where] for where, name in at.items()})
    faults = [
        Problem(line.number, fault, at[where])
        for where, fault in line.faults.items()
        if where in at
    ]
    faulty = {fault.column for fault in faults}
    problems = [problem for problem in problems if problem.column not in faulty]
    if any(cell.strip() for cell in cells[width:]):
        problems.append(Problem(line.number, _("It has more cells than the header.")))
    return ReadRow(line.number, values, (*faults, *problems))


def _notices(header: list[str]) -> list[str]:
    unknown = unknown_columns(header)
    if not unknown:
        return []
    message = _("These columns are not known and were not read: %(names)s.")
    return [message % {"names": ", ".join(unknown)}]
