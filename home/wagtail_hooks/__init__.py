"""What guarded pages add to Wagtail's admin; Wagtail finds it by this module's name."""

from . import copying, publishing, translations

__all__ = ["copying", "publishing", "translations"]
