"""No search engine keeps the pages of one person's way into the coalition."""

import pytest
from django.core import mail
from django.test import Client

from tests.factories.coalition import ContactFactory
from tests.support.entries import entry_path
from tests.support.joining import joinable_statement, newest, post
from tests.support.mailbox import link_in
from tests.support.pages import HERE, read
from tests.support.queue import work

pytestmark = pytest.mark.django_db
NOINDEX = '<meta name="robots" content="noindex">'


def test_no_page_on_the_way_in_is_indexed(client: Client) -> None:
    statement = joinable_statement()
    answer = post(client, statement)
    work()
    confirming = link_in(mail.outbox[-1].body)

    pages = [read(client, answer.url), read(client, confirming)]
    pages.append(read(client, client.post(confirming, headers=HERE).url))

    assert [NOINDEX in page for page in pages] == [True] * 3


def test_a_form_sent_from_elsewhere_is_not_indexed(client: Client) -> None:
    address = f"/en/act/join/{newest(joinable_statement()).pk}/"

    page = client.post(address, {"name": "Casa"}, headers={"Sec-Fetch-Site": "cross-site"})

    assert NOINDEX in page.content.decode()


def test_no_page_about_an_entry_is_indexed(client: Client) -> None:
    path = entry_path(ContactFactory())

    asked = client.post(path, {"step": "withdraw"}, headers=HERE).content.decode()

    assert NOINDEX in read(client, path)
    assert NOINDEX in asked


@pytest.mark.parametrize("page", ["entry-link/", "entry-link/sent/", "entry/nonsense/"])
def test_no_page_around_the_links_to_entries_is_indexed(client: Client, page: str) -> None:
    assert NOINDEX in client.get(f"/en/act/{page}").content.decode()
