"""What alerts add to Wagtail's admin, by subject; Wagtail finds it by this module's name."""

from . import actions, copying, deletion, publishing, translations

__all__ = ["actions", "copying", "deletion", "publishing", "translations"]
