"""Who comes back to the list is told, like those who are listed for the first time."""

import pytest
from django.core import mail
from django.test import Client

from coalition.models import Endorser
from tests.factories.coalition import ContactFactory
from tests.support.queue import work
from tests.support.register import LIST

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("left", [Endorser.Status.WITHDRAWN, Endorser.Status.DECLINED])
def test_who_is_listed_again_is_told(organizer: Client, left: str) -> None:
    contact = ContactFactory(endorser__status=left, email="bo@river.example.org")

    organizer.post(f"{LIST}decide/{contact.endorser_id}/", {"verb": "relist"})
    work()

    assert [message.to for message in mail.outbox] == [["bo@river.example.org"]]
