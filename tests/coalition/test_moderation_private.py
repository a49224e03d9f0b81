"""The history that the admin keeps of an entry holds no word of what staff and contact wrote."""

import pytest
from wagtail.models import ModelLogEntry

from coalition.models import Endorser
from coalition.services.moderation import accept_correction, ask, drop_correction
from tests.factories.coalition import ContactFactory, CorrectionFactory

pytestmark = pytest.mark.django_db


def logged(endorser: Endorser) -> tuple[set[str], str]:
    """What was done to the entry, and everything that is kept of that."""
    entries = ModelLogEntry.objects.filter(object_id=str(endorser.pk)).values()
    return {entry["action"] for entry in entries}, str(list(entries))


def test_no_history_keeps_a_question() -> None:
    contact = ContactFactory()

    ask(endorser=contact.endorser, question="Are you of Lake Street?", by=None)

    actions, everything = logged(contact.endorser)
    assert actions == {"coalition.ask"}
    assert "Lake Street" not in everything


@pytest.mark.parametrize("verb", [accept_correction, drop_correction])
def test_no_history_keeps_an_answer(verb: object) -> None:
    changes = {"city": "Evanston", "answer": "We are of Lake Street."}
    correction = CorrectionFactory(changes=changes)

    assert callable(verb)
    verb(endorser=correction.endorser, by=None)

    actions, everything = logged(correction.endorser)
    assert len(actions) == 1
    assert "Lake Street" not in everything
