"""What may go live, what going live publishes, and who owns an action."""

from . import homes
from .checks import check_actions, problems
from .schedule import publish_scheduled
from .words import on_page_published, publish_actions, publish_missed_words

__all__ = [
    "check_actions",
    "homes",
    "on_page_published",
    "problems",
    "publish_actions",
    "publish_missed_words",
    "publish_scheduled",
]
