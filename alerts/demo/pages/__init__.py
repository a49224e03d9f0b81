"""The demo's pages in English; ``translations/`` holds the same in the other languages."""

from .cities import CITIES
from .coalition import COALITION, STATEMENT
from .counsel import COUNSEL
from .day_of_action import DAY_OF_ACTION
from .front import ABOUT, ALERTS, HOME, PRIVACY

ACTION_ALERTS = (DAY_OF_ACTION, COUNSEL, CITIES)

__all__ = ["ABOUT", "ACTION_ALERTS", "ALERTS", "COALITION", "HOME", "PRIVACY", "STATEMENT"]
