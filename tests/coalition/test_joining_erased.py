"""What is erased of those who never confirmed, and of those who left."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from alerts.supporters.models import Consent
from coalition.models import Contact, Endorser, PublishedStatement
from coalition.services import change_status, confirm_join, erase_contacts, erase_unconfirmed
from tests.factories.coalition import ContactFactory, EndorserFactory
from tests.support.joined import ANA, HOUSE, joined

pytestmark = pytest.mark.django_db


def test_unconfirmed_endorsers_are_erased_with_everything_and_others_stay(
    version: PublishedStatement, time_machine: Any
) -> None:
    lapsed, confirmed = joined(version, consents=True), joined(version, ANA)
    confirm_join(contact_id=confirmed.pk)
    assert erase_unconfirmed() == 0

    time_machine.move_to(timezone.now() + timedelta(days=9))
    young = joined(version, replace(HOUSE, name="Young"))

    assert erase_unconfirmed() == 1
    assert not Endorser.objects.filter(pk=lapsed.endorser_id).exists()
    assert set(Contact.objects.all()) == {confirmed, young}
    assert not Consent.objects.exists()
    assert erase_unconfirmed() == 0


@pytest.mark.parametrize("decided", ["approved", "confirmed"])
def test_a_contact_who_never_confirms_is_erased_and_a_decided_endorser_stays(
    version: PublishedStatement, time_machine: Any, decided: str
) -> None:
    contact = joined(version, consents=True)
    change_status(endorser_id=contact.endorser_id, to=decided)
    good = ContactFactory()

    time_machine.move_to(timezone.now() + timedelta(days=9))

    assert erase_unconfirmed() == 1
    assert Endorser.objects.filter(pk=contact.endorser_id, status=decided).exists()
    assert list(Contact.objects.all()) == [good]
    assert not Consent.objects.exists()
    assert erase_unconfirmed() == 0


def test_whoever_got_a_late_mail_has_the_full_time(
    version: PublishedStatement, time_machine: Any
) -> None:
    contact = joined(version)
    now = timezone.now()
    Contact.objects.filter(pk=contact.pk).update(last_mail_at=now + timedelta(days=5))
    time_machine.move_to(now + timedelta(days=9))

    assert erase_unconfirmed() == 0


@pytest.mark.parametrize("end", ["declined", "withdrawn"])
def test_contacts_are_forgotten_a_week_after_the_end(end: str, time_machine: Any) -> None:
    ended, stays = ContactFactory(), ContactFactory()
    change_status(endorser_id=ended.endorser_id, to=end)
    now = timezone.now()

    time_machine.move_to(now + timedelta(days=6))
    assert erase_contacts() == 0
    time_machine.move_to(now + timedelta(days=8))
    assert erase_contacts() == 1

    assert list(Contact.objects.all()) == [stays]
    assert Endorser.objects.filter(pk=ended.endorser_id, status=end).exists()


def test_who_came_back_keeps_a_contact(time_machine: Any) -> None:
    contact = ContactFactory()
    change_status(endorser_id=contact.endorser_id, to="withdrawn")
    change_status(endorser_id=contact.endorser_id, to="approved")
    time_machine.move_to(timezone.now() + timedelta(days=30))

    assert erase_contacts() == 0


def test_imported_endorsers_without_a_contact_are_never_erased(time_machine: Any) -> None:
    EndorserFactory(status="submitted")
    time_machine.move_to(timezone.now() + timedelta(days=300))

    assert erase_unconfirmed() == 0
