"""The coalition's pages."""

from .coalition import CoalitionPage
from .statement import StatementPage

__all__ = ["CoalitionPage", "StatementPage"]
