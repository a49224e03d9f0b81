"""What a contact asked to have corrected is kept no longer than it is of use."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from coalition.models import Contact, Correction
from coalition.services import change_status, erase_contacts
from tests.factories.coalition import ContactFactory, CorrectionFactory

pytestmark = pytest.mark.django_db


def test_the_correction_of_who_was_declined_is_erased_with_the_contact(
    time_machine: Any,
) -> None:
    contact = ContactFactory()
    CorrectionFactory(endorser=contact.endorser)
    change_status(endorser_id=contact.endorser_id, to="declined")

    time_machine.move_to(timezone.now() + timedelta(days=8))
    erase_contacts()

    assert not Contact.objects.exists()
    assert not Correction.objects.exists()
