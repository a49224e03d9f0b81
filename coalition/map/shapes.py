"""How each place is drawn: its outline, and where its number stands.

The outlines in ``shapes.json`` are those of ``@svg-maps/usa.states-territories`` 2.0.0 (Unlicense),
simplified, rounded, and with the territories moved beside the mainland.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

FILE = Path(__file__).with_name("shapes.json")
WIDTH, HEIGHT = 1010, 600
NARROW, WIDE = 72, 230


@dataclass(frozen=True, slots=True)
class Box:
    """A plate beside a place too small for its number."""

    x: int
    y: int
    width: int
    height: int = 32


@dataclass(frozen=True, slots=True)
class Shape:
    """A place in the drawing's own units, ``WIDTH`` by ``HEIGHT``.

    ``path`` is its outline; tribal nations have none, as they are in no state. The number stands
    around (``x``, ``y``), which is the middle of the ``box`` where there is one; ``leader`` is the
    line from a box to its place.
    """

    path: str
    x: int
    y: int
    box: Box | None = None
    leader: str = ""

    @classmethod
    def read(cls, drawn: dict[str, Any]) -> Self:
        """A shape as the file has it."""
        path = drawn.get("path", "")
        if "box" not in drawn:
            return cls(path, *drawn["number"])
        x, y = drawn["box"]
        box = Box(x, y, width=NARROW if path else WIDE)
        middle = (box.x + box.width // 2, box.y + box.height // 2)
        return cls(path, *middle, box, drawn.get("leader", ""))


@cache
def shapes() -> dict[str, Shape]:
    """Every place's shape by its code."""
    drawn = json.loads(FILE.read_text())
    return {code: Shape.read(found) for code, found in drawn.items()}
