"""Joining and confirming by several at the same moment: done once."""

from contextlib import suppress

import pytest

from coalition.errors import ContactGone
from coalition.models import Contact, Endorser, PublishedStatement
from coalition.services import change_status, confirm_join, join
from tests.support.joined import ANA, HOUSE, ROSA, joined
from tests.support.threads import at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("needs_postgresql"),
]


def test_two_presses_at_the_same_moment_confirm_once(version: PublishedStatement) -> None:
    contact = joined(version, ANA)

    at_once(*[lambda: confirm_join(contact_id=contact.pk)] * 4)

    assert contact.endorser.history.count() == 1
    assert Endorser.objects.get(contact=contact).name == "Ana Ruiz"


def test_equal_submits_at_the_same_moment_are_one(version: PublishedStatement) -> None:
    at_once(*[lambda: join(version=version, facts=HOUSE, speaker=ROSA, consents=True)] * 4)

    assert Contact.objects.count() == 1
    assert Endorser.objects.filter(origin="joined").count() == 1


def test_confirming_while_staff_decline_leaves_no_name_behind(
    version: PublishedStatement,
) -> None:
    contact = joined(version, ANA)

    def confirm() -> None:
        with suppress(ContactGone):
            confirm_join(contact_id=contact.pk)

    at_once(confirm, lambda: change_status(endorser_id=contact.endorser_id, to="declined"), confirm)

    endorser = Endorser.objects.get(pk=contact.endorser_id)
    assert (endorser.status, endorser.name) == ("declined", "")
