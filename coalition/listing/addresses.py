"""Where the pages of the coalition, its states and statements are found, from any page."""

from typing import Any

from django.apps import apps

from ..models.statement import PublishedStatement
from ..places import PLACES


def coalition_page_for(page: Any) -> Any:
    """The coalition page in the language of ``page``, or ``None``; one query unless it is that."""
    if page is None:
        return None
    pages = apps.get_model("coalition", "CoalitionPage").objects
    if isinstance(page, pages.model):
        return page
    return pages.live().public().filter(locale=page.locale_id).first()


def statement_page_for(words: PublishedStatement) -> Any:
    """The live page, open to everybody, that owns the statement, in the language of ``words``."""
    pages = apps.get_model("coalition", "StatementPage").objects.live().public()
    pages = pages.filter(translation_key=words.statement.home)
    return pages.filter(locale__language_code=words.locale).first()


def states_url(coalition: Any) -> str:
    """What a state's code in small letters and a slash lead on from; empty without a page."""
    return f"{coalition.url}states/" if coalition else ""


def state_urls(coalition: Any) -> dict[str, str]:
    """The address of every place's page, by the place's code; nothing without a page."""
    base = states_url(coalition)
    return {code: f"{base}{code.lower()}/" for code in PLACES} if base else {}
