"""What pages that own an ask share: what keeps them from going live, and who owns what."""

from .guard import GuardedPage, Problem
from .homes import living_homes, release_unowned, release_with_last_translation
from .missed import publish_each
from .translations import problems_of_translation, source_of, untranslated

__all__ = [
    "GuardedPage",
    "Problem",
    "living_homes",
    "problems_of_translation",
    "publish_each",
    "release_unowned",
    "release_with_last_translation",
    "source_of",
    "untranslated",
]
