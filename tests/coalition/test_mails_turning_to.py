"""A mail that says no names where to turn: the organization that asks, else who runs the site."""

from typing import Any

import pytest
from django.core import mail
from django.utils.html import escape

from alerts.supporters.models import Organisation
from coalition import tasks
from coalition.services import change_status
from home.models import SiteSettings
from tests.factories.coalition import (
    ContactFactory,
    EndorserFactory,
    PublishedStatementFactory,
    StatementFactory,
)
from tests.factories.supporters import OrganisationFactory
from tests.support.queue import work

pytestmark = pytest.mark.django_db


def declined(organisation: Organisation | None, locale: str = "en") -> str:
    """What the mail says in both its forms to somebody who joined and was declined."""
    statement = StatementFactory(organisation=organisation)
    version = PublishedStatementFactory(statement=statement, locale=locale)
    endorser = EndorserFactory(status="confirmed")
    contact = ContactFactory(version=version, endorser=endorser)
    change_status(endorser_id=endorser.pk, to="declined")
    tasks.mail_declined.enqueue(str(contact.pk))
    work()
    message: Any = mail.outbox[-1]
    [(html, _kind)] = message.alternatives
    lines = [line for line in message.body.splitlines() if line]
    assert all(escape(line) in html for line in lines)
    return str(message.body)


@pytest.mark.parametrize(
    ("known", "named"),
    [
        ({"website": "https://river.example.org/"}, "https://river.example.org/"),
        ({"website": "", "postal_address": "1 River Street, Akron"}, "1 River Street, Akron"),
    ],
)
def test_the_organization_is_named_with_its_address(known: dict[str, str], named: str) -> None:
    body = declined(OrganisationFactory(name="River & Sons", **known))

    assert f"Please turn to River & Sons: {named}" in body


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_without_an_organization_the_sites_about_page_is_named(locale: str) -> None:
    body = declined(None, locale)

    assert f"/{locale}/about/" in body


def test_an_organization_without_an_address_is_named_where_nothing_else_is() -> None:
    SiteSettings.objects.update(about_page=None)

    body = declined(OrganisationFactory(name="River", website=""))

    assert "Please turn to River." in body


def test_where_nothing_is_known_nothing_is_promised() -> None:
    SiteSettings.objects.update(about_page=None)

    assert "mistake" not in declined(None)
