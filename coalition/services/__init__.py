"""The verbs of the coalition, by subject. Each is one transaction."""

from .status import change_status

__all__ = ["change_status"]
