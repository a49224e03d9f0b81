"""What people type to join a statement, and their way through it over HTTP."""

from typing import Any
from uuid import uuid4

from django.test import Client

from coalition.models import PublishedStatement, Statement, StatementPage
from tests.factories.coalition import StatementFactory, coalition_page
from tests.support.pages import HERE

Typed = dict[str, Any]
ORGANIZATION: Typed = {
    "who": "organization",
    "name": "Casa Lakeside",
    "scope": "local",
    "places": ["IL"],
    "city": "Chicago",
    "kind": "legal",
    "languages": ["es", "ar"],
    "website": "casa-lakeside.org",
    "contact_name": "Rosa Díaz",
    "role": "Director",
    "email": "rosa@casa-lakeside.org",
    "may_sign": "on",
}
PERSON: Typed = {
    "who": "person",
    "name": "Ana Ruiz",
    "affiliation": "Professor of Law, Lake University",
    "scope": "state",
    "places": ["OH", "MI"],
    "kind": "education",
    "email": "ana@example.org",
    "own_name": "on",
}


def joinable_statement() -> Statement:
    """An open statement with a live page in each language, on which the join form stands."""
    statement: Statement = StatementFactory(name="Families")
    key = uuid4()
    for code in ("en", "es", "ar"):
        parent = coalition_page(code)
        page = StatementPage(
            title=f"Families ({code})",
            slug="families",
            locale=parent.locale,
            translation_key=key,
            live=False,
            statement=statement,
            words="<p>Keep families together.</p>",
            consent_text=f"River Neighbors may write to us ({code}).",
            thank_you=f"We show the list to Congress ({code}).",
            body=[("join", {"heading": "Join", "intro": "", "statement": None})],
        )
        parent.add_child(instance=page)
        page.save_revision().publish()
    statement.refresh_from_db()
    return statement


def newest(statement: Statement, locale: str = "en") -> PublishedStatement:
    """What ``statement`` says now."""
    return statement.versions.filter(locale=locale).latest("number")


def post(client: Client, statement: Statement, locale: str = "en", **typed: Any) -> Any:
    """Send the join form: an organization's unless ``typed`` says otherwise."""
    address = f"/{locale}/act/join/{newest(statement, locale).pk}/"
    return client.post(address, {**ORGANIZATION, **typed}, headers=HERE)


def as_post(typed: Typed) -> dict[str, list[str]]:
    """``typed`` as a browser's form arrives."""
    return {
        name: value if isinstance(value, list) else [str(value)] for name, value in typed.items()
    }
