"""Imports while somebody else changes the same entries: nobody comes back, nothing is lost."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connections

from coalition.importing import take_over, undo_import, undoing
from coalition.importing import taking_over as taking
from coalition.models import Endorsement, Endorser
from coalition.services import change_status
from coalition.services.entering import update_endorsers
from tests.factories.coalition import EndorserFactory, StatementFactory
from tests.support.lists import bring, csv_of, preview

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("needs_postgresql"),
]


class Meanwhile:
    """Something done in a thread of its own, which goes on for a moment before we do."""

    def __init__(self, verb: Callable[[], object]) -> None:
        self.verb = verb
        self.thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        try:
            self.verb()
        finally:
            connections.close_all()

    def before(self, verb: Callable[..., Any]) -> Callable[..., Any]:
        """``verb``, with this begun before it."""

        def both(*args: Any) -> Any:
            self.thread.start()
            self.thread.join(1)
            return verb(*args)

        return both


@pytest.fixture
def person() -> Iterator[Endorser]:
    """Somebody listed in Illinois."""
    return EndorserFactory(person=True, name="Ana Ruiz", city="Chicago", website="")


def row_of(endorser: Endorser, **values: str) -> bytes:
    row = {"id": str(endorser.uuid), "place": "IL", "name": endorser.name}
    person = {"person": "1", "affiliation": endorser.affiliation} if endorser.is_person else {}
    return csv_of(row | person | values)


def withdraw(endorser: Endorser) -> None:
    change_status(endorser_id=endorser.pk, to=Endorser.Status.WITHDRAWN)


def test_who_withdraws_during_an_import_is_forgotten(
    person: Endorser, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch, plan = preview(row_of(person, city="Evanston"), statement=StatementFactory())
    meanwhile = Meanwhile(lambda: withdraw(person))
    monkeypatch.setattr(taking, "write", meanwhile.before(taking.write))
    take_over(batch_id=batch.pk, shown=plan.digest)
    meanwhile.thread.join()
    person.refresh_from_db()
    assert (person.name, person.city, person.sort_key) == ("", "", "")
    assert not Endorsement.objects.filter(endorser=person).counted().exists()


def test_who_withdraws_while_an_import_is_undone_is_forgotten(
    person: Endorser, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = bring(row_of(person, city="Evanston"))
    meanwhile = Meanwhile(lambda: withdraw(person))
    monkeypatch.setattr(undoing, "update_endorsers", meanwhile.before(update_endorsers))
    undo_import(batch_id=batch.pk)
    meanwhile.thread.join()
    person.refresh_from_db()
    assert (person.name, person.city, person.sort_key) == ("", "", "")


def test_an_import_writes_only_what_it_changes() -> None:
    endorser = EndorserFactory(name="Hill House", website="", kind="faith")
    stale = Endorser.objects.get(pk=endorser.pk)
    Endorser.objects.filter(pk=endorser.pk).update(name="Lake House", sort_key="lake house")
    update_endorsers([(stale, {"city": "Evanston"})])
    endorser.refresh_from_db()
    assert (endorser.name, endorser.sort_key, endorser.city) == (
        "Lake House",
        "lake house",
        "Evanston",
    )
