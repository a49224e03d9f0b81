"""The public list: read at once, filtered, grouped and counted."""

from .rows import Row, public_rows

__all__ = ["Row", "public_rows"]
