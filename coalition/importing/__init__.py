"""Bringing in lists of endorsers: reading, planning what it changes, doing it, undoing it."""

from .batches import (
    ImportRefused,
    erase_stale_imports,
    keep_import,
    names_kept,
    plan_of,
    reading_of,
)
from .planning import plan_import
from .plans import Item, Plan
from .problems import Problem, Unreadable
from .reading import MOST_BYTES, read_file, read_text, refuse_large
from .taking_over import take_over
from .undoing import Undone, undo_import

__all__ = [
    "MOST_BYTES",
    "ImportRefused",
    "Item",
    "Plan",
    "Problem",
    "Undone",
    "Unreadable",
    "erase_stale_imports",
    "keep_import",
    "names_kept",
    "plan_import",
    "plan_of",
    "read_file",
    "read_text",
    "reading_of",
    "refuse_large",
    "take_over",
    "undo_import",
]
