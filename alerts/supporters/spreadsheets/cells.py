"""What stands in the cells of a table."""

from collections.abc import Iterable, Sequence

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from .formulas import safe

Cell = str | int
Row = Sequence[Cell]


def safe_rows(rows: Iterable[Row]) -> Iterable[list[Cell]]:
    """``rows`` without what a spreadsheet would calculate or could not read."""
    return ([_safe(cell) for cell in row] for row in rows)


def _safe(cell: Cell) -> Cell:
    return cell if isinstance(cell, int) else safe(ILLEGAL_CHARACTERS_RE.sub("", cell))
