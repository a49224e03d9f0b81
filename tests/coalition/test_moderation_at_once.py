"""Two members of staff at the same moment: one decides, nobody loses anything."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from coalition.errors import MergeRefused
from coalition.models import Endorsement, Endorser
from coalition.services.merging import merge
from coalition.services.moderation import Decided, approve, decline, withdraw
from tests.factories.coalition import EndorsementFactory, EndorserFactory
from tests.support.threads import at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("needs_postgresql"),
]
Status = Endorser.Status


def test_of_two_decisions_the_first_stands_and_the_second_is_told() -> None:
    endorser = EndorserFactory(status=Status.CONFIRMED)
    EndorsementFactory(endorser=endorser, waiting=True)
    made: list[Decided] = []

    at_once(
        lambda: made.append(approve(endorsers=[endorser], by=None)),
        lambda: made.append(decline(endorsers=[endorser], by=None)),
    )

    assert sorted((len(one.done), len(one.left)) for one in made) == [(0, 1), (1, 0)]
    assert endorser.history.count() == 1


def test_lists_decided_on_in_other_orders_do_not_wait_for_each_other_for_ever() -> None:
    rows = EndorserFactory.create_batch(8, status=Status.CONFIRMED)

    at_once(
        lambda: approve(endorsers=rows, by=None),
        lambda: approve(endorsers=rows[::-1], by=None),
        lambda: decline(endorsers=rows[4:], by=None),
    )

    assert Endorser.objects.filter(pk__in=[row.pk for row in rows]).awaiting().count() == 0


def test_saving_a_form_while_it_is_taken_off_the_list_does_not_bring_it_back() -> None:
    endorser = EndorserFactory(name="Old Name")
    EndorsementFactory(endorser=endorser)
    client = Client()
    client.force_login(User.objects.create_superuser("admin"))
    form = {"name": "New Name", "scope": "national", "kind": "other"}

    at_once(
        lambda: withdraw(endorsers=[endorser], by=None),
        lambda: client.post(f"/admin/snippets/coalition/endorser/edit/{endorser.pk}/", form),
    )

    endorser.refresh_from_db()
    assert (endorser.name, endorser.status) == ("New Name", Status.WITHDRAWN)
    assert not Endorsement.objects.filter(endorser=endorser).counted().exists()


def test_of_two_that_swallow_each_other_one_is_left() -> None:
    one, two = EndorserFactory.create_batch(2)
    refused: list[MergeRefused] = []

    def swallow(keep: Endorser, drop: Endorser) -> None:
        try:
            merge(keep=keep.pk, drop=drop.pk, fields=[], by=None)
        except MergeRefused as error:
            refused.append(error)

    at_once(lambda: swallow(one, two), lambda: swallow(two, one))

    assert len(refused) == 1
    assert Endorser.objects.filter(pk__in=[one.pk, two.pk]).count() == 1
