"""What alerts add to Wagtail's admin, by subject; Wagtail finds it by this module's name."""

from . import actions, deletion, petitions, stewarding

__all__ = ["actions", "deletion", "petitions", "stewarding"]
