"""Links to entries speak the language of the contact they are made out for."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from coalition.models import Contact
from tests.factories.coalition import ContactFactory
from tests.support.mailbox import LINK
from tests.support.pages import HERE
from tests.support.queue import work

pytestmark = pytest.mark.django_db
EMAIL = "bo@river.example.org"


def contact(locale: str, *, days_ago: int = 0) -> Contact:
    """A contact of one and the same address, who joined in ``locale``."""
    begun = timezone.now() - timedelta(days=days_ago)
    found: Contact = ContactFactory(email=EMAIL, version__locale=locale, begun_at=begun)
    return found


def test_links_to_several_entries_come_in_the_language_joined_in_last(client: Client) -> None:
    contact("ar", days_ago=9)
    contact("es")
    contact("en", days_ago=5)

    client.post("/en/act/entry-link/", {"email": EMAIL}, headers=HERE)
    work()

    (message,) = mail.outbox
    assert message.extra_headers["Content-Language"] == "es"
    links = [link for link in LINK.findall(str(message.body)) if "/act/entry/" in link]
    assert sorted(link.split("/")[3] for link in links) == ["ar", "en", "es"]
