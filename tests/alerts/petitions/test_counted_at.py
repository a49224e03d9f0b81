"""Upgrading: signatures that counted before the time of it was kept."""

from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.apps import apps

from alerts.petitions.listed import listed_signatures
from alerts.petitions.models import Signature
from tests.factories.petitions import SignatureFactory

pytestmark = pytest.mark.django_db
THEN = datetime(2026, 3, 9, 12, tzinfo=UTC)
State = Signature.State


def upgrade() -> None:
    migration = import_module("alerts.petitions.migrations.0004_counted_at")
    for _ in range(2):
        migration.fill(apps, None)


def test_they_counted_first_when_they_were_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    migration = import_module("alerts.petitions.migrations.0004_counted_at")
    monkeypatch.setattr(migration, "AT_ONCE", 2)
    facts = {"confirmed_at": THEN, "counted_at": None, "agreed": "list"}
    signature = SignatureFactory(counted=True, **facts)
    SignatureFactory.create_batch(4, version=signature.version, counted=True, **facts)
    assert listed_signatures(signature.petition, until=THEN).count() == 0
    upgrade()
    assert listed_signatures(signature.petition, until=THEN).count() == 5


def test_those_that_staff_set_aside_stand_where_they_stood() -> None:
    row = SignatureFactory(state=State.INVALIDATED, confirmed_at=THEN)
    upgrade()
    assert Signature.objects.get(pk=row.pk).counted_at == THEN


def test_what_never_counted_still_has_not_and_what_is_known_stays() -> None:
    SignatureFactory()
    SignatureFactory(state=State.HELD, held_for="network", confirmed_at=THEN)
    later = THEN.replace(year=2027)
    SignatureFactory(counted=True, confirmed_at=THEN, counted_at=later)
    upgrade()
    assert set(Signature.objects.values_list("counted_at", flat=True)) == {None, later}
