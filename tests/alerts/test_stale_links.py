"""A link that leads nowhere is answered for whatever it was: a petition, a letter or a list."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from coalition.models import Endorser
from tests.support.joining import joinable_statement, post
from tests.support.mailbox import link_in
from tests.support.pages import HERE
from tests.support.queue import work

pytestmark = pytest.mark.django_db


def assert_leads_to_the_first_page(response: Any, status: int) -> None:
    page = response.content.decode()
    assert response.status_code == status
    assert '<a class="button" href="/en/">Go to the first page</a>' in page
    assert "See all alerts" not in page


@pytest.mark.parametrize("kind", ["confirm", "entry", "joined", "signed", "sent"])
def test_an_incomplete_link_leads_to_the_first_page(client: Client, kind: str) -> None:
    assert_leads_to_the_first_page(client.get(f"/en/act/{kind}/nonsense/"), 404)


def test_a_link_to_an_entry_that_was_declined_leads_to_the_first_page(client: Client) -> None:
    post(client, joinable_statement())
    work()
    Endorser.objects.filter(origin="joined").update(status="declined")

    response = client.post(link_in(mail.outbox[-1].body), headers=HERE)

    assert_leads_to_the_first_page(response, 410)
