"""What tests of the coalition begin with."""

import pytest

from coalition.models import CoalitionPage, Contact, Endorser, PublishedStatement
from tests.factories.coalition import (
    ContactFactory,
    PublishedStatementFactory,
    coalition_page,
    forget_demo_coalition,
)


@pytest.fixture
def empty_register(db: None) -> None:
    """Nobody has joined yet."""
    Endorser.objects.all().delete()


@pytest.fixture
def coalition(db: None) -> CoalitionPage:
    """An English coalition page, and nobody in the coalition yet."""
    forget_demo_coalition()
    return coalition_page()


@pytest.fixture
def contact(db: None) -> Contact:
    """The contact of an organization that is listed."""
    found: Contact = ContactFactory(
        endorser__name="River Neighbors", name="Bo Okafor", email="bo@river.example.org"
    )
    return found


@pytest.fixture
def version(db: None) -> PublishedStatement:
    """The words of an open statement, which can be joined."""
    found: PublishedStatement = PublishedStatementFactory()
    return found
