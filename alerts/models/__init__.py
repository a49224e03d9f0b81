"""The pages of this room."""

from .alert import AlertPage
from .index import AlertIndexPage

__all__ = ["AlertIndexPage", "AlertPage"]
