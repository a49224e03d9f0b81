"""What keeps a statement's page from going live, and what going live publishes."""

from . import homes
from .checks import check_statement, problems
from .words import on_page_published, publish_missed_words, publish_statement

__all__ = [
    "check_statement",
    "homes",
    "on_page_published",
    "problems",
    "publish_missed_words",
    "publish_statement",
]
