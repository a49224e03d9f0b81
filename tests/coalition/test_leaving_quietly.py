"""Nobody leaves by accident, and of a person who leaves the admin's history keeps no name."""

import pytest
from django.test import Client
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from coalition.models import Endorser
from coalition.services import change_status
from tests.factories.coalition import ContactFactory, EndorserFactory
from tests.support.entries import entry_path

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("step", ["withdraw", "withdraw-now"])
def test_no_address_withdraws_by_being_opened(client: Client, step: str) -> None:
    contact = ContactFactory()

    client.get(f"{entry_path(contact)}?step={step}")

    contact.endorser.refresh_from_db()
    assert contact.endorser.status == Endorser.Status.APPROVED


@pytest.mark.parametrize("left", sorted(Endorser.LEFT))
def test_no_history_names_a_person_who_left(left: str) -> None:
    person = EndorserFactory(person=True, name="Ana Hidden")
    log(instance=person, action="wagtail.create")

    change_status(endorser_id=person.pk, to=left)

    assert ModelLogEntry.objects.filter(object_id=str(person.pk)).exists()
    assert not ModelLogEntry.objects.filter(label__contains="Hidden").exists()
