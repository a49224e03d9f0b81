"""Declining asks once more, and tells first what it comes to."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from alerts.groups import EDITORS
from coalition.models import Endorser
from tests.factories.coalition import ContactFactory, EndorserFactory
from tests.support.register import LIST, edit

pytestmark = pytest.mark.django_db

Status = Endorser.Status
TOLD = "its contact is told by mail."
NOBODY = "Nobody is told: there is no contact with a confirmed address."
FORGOTTEN = "The name of a person who is declined is not kept"


def asked(client: Client, endorser: Endorser) -> str:
    """The page that asks once more, or where it leads."""
    return client.get(f"{LIST}decline/{endorser.pk}/", follow=True).content.decode()


def test_the_entry_leads_to_one_more_question_which_decides_nothing(organizer: Client) -> None:
    endorser = ContactFactory(endorser__status=Status.CONFIRMED).endorser

    entry = organizer.get(edit(endorser)).content.decode()
    page = asked(organizer, endorser)

    assert f'href="{LIST}decline/{endorser.pk}/"' in entry
    assert 'value="decline"' not in entry
    assert f'action="{LIST}decide/{endorser.pk}/"' in page
    assert 'value="decline"' in page
    assert TOLD in page
    assert FORGOTTEN not in page
    assert Endorser.objects.get(pk=endorser.pk).status == Status.CONFIRMED


@pytest.mark.parametrize("pending", [True, False])
def test_it_says_when_nobody_is_told(organizer: Client, pending: bool) -> None:
    endorser = EndorserFactory(status=Status.SUBMITTED)
    if pending:
        ContactFactory(endorser=endorser, pending=True)

    page = asked(organizer, endorser)

    assert NOBODY in page
    assert TOLD not in page


def test_it_says_that_the_name_of_a_person_is_lost(organizer: Client) -> None:
    assert FORGOTTEN in asked(organizer, EndorserFactory(person=True, status=Status.CONFIRMED))


def test_whoever_asks_second_is_told_what_was_decided(organizer: Client) -> None:
    page = asked(organizer, EndorserFactory(name="River Neighbors", status=Status.APPROVED))

    assert "“River Neighbors” is on the list already." in page
    assert TOLD not in page


def test_staff_who_may_only_look_are_not_asked(editor: Client) -> None:
    group = Group.objects.get(name=EDITORS)
    group.permissions.remove(group.permissions.get(codename="change_endorser"))

    page = asked(editor, EndorserFactory(name="River Neighbors", status=Status.CONFIRMED))

    assert "River Neighbors" not in page


def test_an_entry_that_is_gone_is_not_found(organizer: Client) -> None:
    assert organizer.get(f"{LIST}decline/999999/", follow=True).status_code == 404
