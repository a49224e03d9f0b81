"""Whoever confirms an entry reads what else that allows."""

import pytest
from django.core import mail
from django.test import Client

from tests.support.joining import joinable_statement, newest, post
from tests.support.mailbox import link_in
from tests.support.pages import read
from tests.support.queue import work

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("ticked", [True, False])
def test_the_page_that_confirms_names_who_may_write_then(client: Client, ticked: bool) -> None:
    statement = joinable_statement()
    post(client, statement, consent=newest(statement).consent_key if ticked else "")
    work()

    page = read(client, link_in(mail.outbox[-1].body))

    said = f"You also ticked that {statement.organisation} may mail you."
    assert (said in page) is ticked
