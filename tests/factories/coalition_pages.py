"""The coalition's pages, below the demo's front door."""

from typing import Any

from coalition.models import CoalitionPage, Endorsement, Endorser, Statement, StatementPage
from home.models import HomePage


def forget_demo_coalition() -> None:
    """Leave no endorser and no page of the coalition in the database."""
    for page in CoalitionPage.objects.all():
        page.delete()
    Endorsement.objects.all().delete()
    Endorser.objects.all().delete()


def coalition_page(code: str = "en", **fields: Any) -> CoalitionPage:
    """A live coalition page; in another language than English, a translation of the English one."""
    home = HomePage.objects.get(locale__language_code=code)
    page = CoalitionPage(
        **{"title": "Coalition", "slug": "coalition", "locale": home.locale, **fields}
    )
    original = CoalitionPage.objects.filter(slug=page.slug).first()
    if original:
        page.translation_key = original.translation_key
    home.add_child(instance=page)
    return page


def statement_page(parent: CoalitionPage, statement: Statement, **fields: Any) -> StatementPage:
    """A live page of ``statement``."""
    words = {
        "title": "Families",
        "slug": "families",
        "words": "<p>Keep families together.</p>",
        "consent_text": "Clinic Friends may write.",
    }
    page = StatementPage(statement=statement, locale=parent.locale, **{**words, **fields})
    parent.add_child(instance=page)
    return page


def coalition_block(kind: str, **value: Any) -> dict[str, Any]:
    """A block of a body as it is stored; the join block has a heading of its own."""
    defaults = {"heading": "Add your organization", "intro": ""} if kind == "join" else {}
    return {"type": kind, "value": {**defaults, **value}}
