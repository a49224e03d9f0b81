"""Where the coalition and its states' pages are found, from any page that shows them."""

from typing import Any

from django.apps import apps

from ..places import PLACES


def coalition_page_for(page: Any) -> Any:
    """The coalition page in the language of ``page``, or ``None``; one query unless it is that."""
    if page is None:
        return None
    pages = apps.get_model("coalition", "CoalitionPage").objects
    if isinstance(page, pages.model):
        return page
    return pages.live().public().filter(locale=page.locale_id).first()


def states_url(coalition: Any) -> str:
    """What a state's code in small letters and a slash lead on from; empty without a page."""
    return f"{coalition.url}states/" if coalition else ""


def state_urls(coalition: Any) -> dict[str, str]:
    """The address of every place's page, by the place's code; nothing without a page."""
    base = states_url(coalition)
    return {code: f"{base}{code.lower()}/" for code in PLACES} if base else {}
