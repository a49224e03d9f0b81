"""An update is sent at the pace of the site, once, and can be stopped."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks import TaskResultStatus

from alerts.petitions import news
from alerts.petitions.models import Petition, Update
from alerts.petitions.news.queue import send_due
from tests.factories.news import UpdateFactory, reader
from tests.factories.petitions import PetitionFactory
from tests.support.news import receivers, send_all
from tests.support.queue import queued, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def petition() -> Petition:
    found: Petition = PetitionFactory()
    return found


def test_the_worker_sends_it_and_notes_when_it_is_done(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    update = UpdateFactory(petition=petition)

    news.start(update=update)
    work()

    update.refresh_from_db()
    assert receivers() == ["ana@example.org"]
    assert update.state == Update.State.SENT
    assert update.finished_at is not None


def test_mails_are_laid_out_piece_by_piece(
    petition: Petition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alerts.petitions.news.recipients.BATCH", 2)
    for number in range(5):
        reader(petition, f"{number}@example.org")

    assert send_all(UpdateFactory(petition=petition)) == news.Numbers(accepted=5)
    assert receivers() == [f"{number}@example.org" for number in range(5)]


def test_no_more_mails_go_in_a_minute_than_the_site_allows(
    petition: Petition, settings: Any, time_machine: Any
) -> None:
    settings.NEWS_PER_MINUTE = 12
    for number in range(20):
        reader(petition, f"{number}@example.org")
    time_machine.move_to(timezone.now(), tick=False)
    news.start(update=UpdateFactory(petition=petition))

    assert [send_due() for _look in range(8)] == [2, 2, 2, 2, 2, 2, 0, 0]
    time_machine.shift(61)
    assert send_due() == 2


def test_a_slow_look_ends_in_time_for_other_work(
    petition: Petition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alerts.petitions.news.queue.SECONDS_AT_ONCE", 0)
    reader(petition, "ana@example.org")
    news.start(update=UpdateFactory(petition=petition))

    assert send_due() == 0
    monkeypatch.undo()
    assert send_due() == 1


def test_what_is_stopped_waits_and_goes_on(petition: Petition, settings: Any) -> None:
    settings.NEWS_PER_MINUTE = 6
    for number in range(3):
        reader(petition, f"{number}@example.org")
    update = UpdateFactory(petition=petition)
    news.start(update=update)
    send_due()

    assert news.stop(update=update)
    assert not news.stop(update=update)
    assert send_due() == 0
    assert news.go_on(update=update)
    assert not news.go_on(update=update)
    while send_due():
        pass
    assert receivers() == [f"{number}@example.org" for number in range(3)]


def test_sending_costs_the_same_for_every_mail(
    petition: Petition, django_assert_max_num_queries: Any
) -> None:
    for number in range(10):
        reader(petition, f"{number}@example.org")
    news.start(update=UpdateFactory(petition=petition))

    with django_assert_max_num_queries(20 + 10 * 10):
        assert send_due() == 10


def test_signers_of_one_petition_get_one_update_a_day(
    petition: Petition, time_machine: Any
) -> None:
    reader(petition, "ana@example.org")
    time_machine.move_to(timezone.now(), tick=False)
    send_all(UpdateFactory(petition=petition))
    second = UpdateFactory(petition=petition)

    with pytest.raises(news.TooSoon) as refused:
        news.start(update=second)
    assert refused.value.again_at == timezone.now() + timedelta(days=1)

    time_machine.shift(timedelta(days=1))
    send_all(second)
    assert len(mail.outbox) == 2


def test_an_update_is_sent_once(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    update = UpdateFactory(petition=petition)
    send_all(update)

    with pytest.raises(news.AlreadyBegun):
        news.start(update=update)
    work()
    assert len(mail.outbox) == 1


def test_a_look_is_queued_only_while_none_waits(petition: Petition, settings: Any) -> None:
    settings.NEWS_PER_MINUTE = 6
    for number in range(3):
        reader(petition, f"{number}@example.org")
    news.start(update=UpdateFactory(petition=petition))

    for _turn in range(5):
        news.look_for_news()

    assert queued("send_news").count() == 1


def test_a_look_is_queued_only_while_none_runs(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    news.start(update=UpdateFactory(petition=petition))
    queued("send_news").update(status=TaskResultStatus.RUNNING)

    news.look_for_news()

    assert queued("send_news").count() == 1


def test_the_next_look_is_queued_when_the_last_is_done(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    news.start(update=UpdateFactory(petition=petition))
    queued("send_news").update(status=TaskResultStatus.SUCCESSFUL)

    news.look_for_news()

    assert queued("send_news").count() == 2
