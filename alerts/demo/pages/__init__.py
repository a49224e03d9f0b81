"""The demo's pages in English; ``translations/`` holds the same in the other languages."""

from .cities import CITIES
from .coalition import COALITION, STATEMENT
from .counsel import COUNSEL
from .day_of_action import DAY_OF_ACTION
from .front import ABOUT, ALERTS, HOME, PRIVACY
from .welcome import WELCOME

ACTION_ALERTS = (DAY_OF_ACTION, COUNSEL, CITIES, WELCOME)

__all__ = ["ABOUT", "ACTION_ALERTS", "ALERTS", "COALITION", "HOME", "PRIVACY", "STATEMENT"]
