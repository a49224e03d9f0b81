"""What an alert's translation owes its source."""

from typing import Any

from django.db.models import Q
from django.utils.translation import ngettext

from alerts.actions import KINDS
from home.publishing import source_of, untranslated


def source_actions(page: Any) -> list[tuple[str, int]] | None:
    """The actions of the page this one translates; ``None`` where there is no such page."""
    source = source_of(page)
    return None if source is None else [action.identity for action in source.owned_actions]


def untranslated_words(page: Any) -> str:
    """A sentence on how much of the actions' words is in the source's language still, if any."""
    paths = Q()
    for block in page.body.raw_data:
        if block["type"] in KINDS:
            paths |= Q(context__path__startswith=f"body.{block.get('id')}.")
    missing = untranslated(page, paths)
    return _sentence(missing) if missing else ""


def _sentence(missing: int) -> str:
    return ngettext(
        "%(count)d text of a petition or letter is not translated yet. Translate it, then publish.",
        "%(count)d texts of petitions or letters are not translated yet. "
        "Translate them, then publish.",
        missing,
    ) % {"count": missing}
