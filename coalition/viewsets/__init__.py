"""The register of endorsers in the admin: listing, editing, deciding and merging."""

from .endorsers import EndorserViewSet
from .menu import COALITION_MENU, CoalitionGroup

__all__ = ["COALITION_MENU", "CoalitionGroup", "EndorserViewSet"]
