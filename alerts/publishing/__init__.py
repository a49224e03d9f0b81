"""What may go live, what going live publishes, and who owns an action."""

from .checks import Problem, check_actions, problems, problems_of_translation
from .schedule import publish_scheduled
from .words import on_page_published, publish_actions, publish_missed_words

__all__ = [
    "Problem",
    "check_actions",
    "on_page_published",
    "problems",
    "problems_of_translation",
    "publish_actions",
    "publish_missed_words",
    "publish_scheduled",
]
