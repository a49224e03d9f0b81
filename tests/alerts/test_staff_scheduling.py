"""What editors schedule happens at its time, and one page does not keep another waiting."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from alerts.models import AlertPage
from alerts.petitions.models import Petition
from alerts.publishing import publish_scheduled
from tests.factories.alerts import add_draft, alert_index, petition_block, publish, schedule

pytestmark = pytest.mark.django_db


def scheduled(petition: Petition, slug: str) -> AlertPage:
    """A draft that was to go live a minute ago."""
    page = add_draft(alert_index(), petition_block(petition), slug=slug)
    schedule(page)
    return page


def test_a_scheduled_alert_goes_live_with_its_petition() -> None:
    petition = Petition.objects.create(name="Clinic")
    page = scheduled(petition, "clinic")

    publish_scheduled()

    page.refresh_from_db()
    petition.refresh_from_db()
    assert page.live
    assert (petition.state, petition.versions.count()) == ("open", 1)


def test_a_refused_page_keeps_its_schedule_and_lets_the_next_one_pass(
    caplog: pytest.LogCaptureFixture,
) -> None:
    taken = Petition.objects.create(name="Clinic")
    first = scheduled(taken, "first")
    publish(add_draft(alert_index(), petition_block(taken), slug="quicker"))
    second = scheduled(Petition.objects.create(name="School"), "second")

    publish_scheduled()

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.live, second.live) == (False, True)
    assert first.revisions.exclude(approved_go_live_at=None).exists()
    said = [record.message for record in caplog.records if record.name.startswith("alerts")]
    assert said == [f"Could not publish revision {first.latest_revision_id}: ValidationError"]


def test_an_expired_page_is_taken_down() -> None:
    page = AlertPage.objects.get(slug="cities-of-safety", locale__language_code="es")
    AlertPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))

    publish_scheduled()

    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)


def test_the_worker_looks_every_minute() -> None:
    assert ("alerts.publishing.publish_scheduled", 60) in settings.PERIODIC_JOBS
