"""An update goes to those who asked for it, once, in their language, at the site's pace."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from alerts.petitions import news
from alerts.petitions.models import Petition, Signature, Update
from alerts.petitions.news.queue import send_due
from alerts.petitions.services import change_state
from alerts.supporters.models import Silence
from tests.factories.news import SUBJECT, UpdateFactory, reader
from tests.factories.petitions import PetitionFactory
from tests.support.queue import work

pytestmark = pytest.mark.django_db


@pytest.fixture
def petition() -> Petition:
    return PetitionFactory(
        organisation__name="River Neighbours", organisation__postal_address="1 River Road\nToledo"
    )


def sent(update: Update) -> news.Numbers:
    """Send all of ``update`` as the worker does, and count."""
    news.start(update=update)
    while send_due():
        pass
    return news.numbers_of(update)


def receivers() -> list[str]:
    return sorted(message.to[0] for message in mail.outbox)


def newest() -> EmailMultiAlternatives:
    found = mail.outbox[-1]
    assert isinstance(found, EmailMultiAlternatives)
    return found


def html(message: EmailMultiAlternatives) -> str:
    return " ".join(str(message.alternatives[0][0]).split())


def test_only_counted_signers_who_asked_get_it(petition: Petition) -> None:
    reader(petition, "asked@example.org")
    reader(petition, "silent@example.org", wants_news=False)
    reader(petition, "typed-by-others@example.org", confirmed_at=None)
    reader(PetitionFactory(), "elsewhere@example.org")
    for state in Signature.State:
        if state != Signature.State.COUNTED:
            reader(petition, f"{state}@example.org", counted=False, state=state)

    numbers = sent(UpdateFactory(petition=petition))

    assert receivers() == ["asked@example.org"]
    assert numbers == news.Numbers(accepted=1)


def test_the_worker_sends_it_and_notes_when_it_is_done(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    update = UpdateFactory(petition=petition)

    news.start(update=update)
    work()

    update.refresh_from_db()
    assert receivers() == ["ana@example.org"]
    assert update.state == Update.State.SENT
    assert update.finished_at is not None


def test_each_reader_gets_it_in_their_language(petition: Petition) -> None:
    for locale in ("en", "es", "ar"):
        reader(petition, f"{locale}@example.org", locale)

    sent(UpdateFactory(petition=petition, also=("es", "ar")))

    mails = {message.to[0]: message for message in mail.outbox}
    assert mails["en@example.org"].subject == SUBJECT
    assert mails["es@example.org"].subject == f"es: {SUBJECT}"
    arabic = mails["ar@example.org"]
    assert isinstance(arabic, EmailMultiAlternatives)
    assert arabic.extra_headers["Content-Language"] == "ar"
    assert '<html lang="ar" dir="rtl">' in html(arabic)
    assert "not been translated" not in str(mails["es@example.org"].body)


def test_a_missing_translation_falls_back_to_the_main_language_and_says_so(
    petition: Petition,
) -> None:
    reader(petition, "ar@example.org", "ar")
    update = UpdateFactory(petition=petition, also=("es",))

    assert news.readers_of(update) == [news.Readers("ar", 1, "en")]
    sent(update)

    message = newest()
    assert message.subject == SUBJECT
    assert "English" in str(message.body)
    assert '<html lang="ar" dir="rtl">' in html(message)
    assert '<div lang="en" dir="ltr">' in html(message)


def test_the_mail_can_be_unsubscribed_from_by_one_click(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    sent(UpdateFactory(petition=petition))

    message = newest()
    link = message.extra_headers["List-Unsubscribe"]
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert link.startswith("<http")
    assert link.strip("<>") in str(message.body)
    assert link.strip("<>") in html(message)
    assert urlsplit(link.strip("<>")).path.startswith("/en/act/unsubscribe/")


def test_the_mail_says_who_writes_and_why_and_how_to_leave(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    sent(UpdateFactory(petition=petition))

    message = newest()
    for text in (str(message.body), html(message)):
        assert "because you signed “Open the river path”" in text
        assert "River Neighbours" in text
        assert "1 River Road" in text
        assert "/en/act/leave/" in text


def test_the_mail_holds_nothing_the_signer_typed(petition: Petition) -> None:
    reader(petition, "ana@example.org", name="Buy-Pills Now", zip="60614")
    sent(UpdateFactory(petition=petition))

    message = newest()
    everything = f"{message.subject}{message.body}{html(message)}{message.extra_headers}"
    for typed in ("Buy-Pills", "ana@example.org", "60614"):
        assert typed not in everything


def test_what_staff_wrote_is_text_and_its_addresses_are_links(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    update = UpdateFactory(petition=petition)
    update.texts.update(
        subject="We\r\nwon <b>", body="<script>1</script>\n\nSee https://river.example.org/vote"
    )
    sent(update)

    message = newest()
    assert message.subject == "We won <b>"
    assert "<script>" not in html(message)
    assert '<a href="https://river.example.org/vote" rel="nofollow">' in html(message)
    assert "<script>1</script>\n\nSee https://river.example.org/vote" in str(message.body)


def test_two_people_of_one_address_get_one_mail(petition: Petition) -> None:
    reader(petition, "both@example.org")
    reader(petition, "both@example.org", slot=2, name="Abu")

    assert sent(UpdateFactory(petition=petition)) == news.Numbers(accepted=1)


def test_the_second_person_of_an_address_is_mailed_where_only_they_asked(
    petition: Petition,
) -> None:
    reader(petition, "both@example.org", wants_news=False)
    reader(petition, "both@example.org", slot=2)

    assert sent(UpdateFactory(petition=petition)) == news.Numbers(accepted=1)


def test_who_changes_their_mind_meanwhile_is_not_mailed(petition: Petition) -> None:
    unsubscribed = reader(petition, "ana@example.org")
    withdrawn = reader(petition, "ben@example.org")
    silent = reader(petition, "cem@example.org")
    reader(petition, "dora@example.org")
    update = UpdateFactory(petition=petition)
    news.start(update=update)

    news.unsubscribe(signature_id=unsubscribed.pk)
    change_state(signature_id=withdrawn.pk, to=Signature.State.WITHDRAWN)
    Silence.objects.create(email_hash=silent.email_hash, about=petition.uuid)
    while send_due():
        pass

    assert receivers() == ["dora@example.org"]


def test_mails_that_are_laid_out_are_dropped_for_who_unsubscribes(
    petition: Petition, settings: Any
) -> None:
    settings.NEWS_PER_MINUTE = 6
    signatures = [reader(petition, f"{number}@example.org") for number in range(2)]
    update = UpdateFactory(petition=petition)
    news.start(update=update)
    assert send_due() == 1

    for signature in signatures:
        news.unsubscribe(signature_id=signature.pk)
    send_due()

    assert len(mail.outbox) == 1
    assert news.numbers_of(update) == news.Numbers(accepted=1, dropped=1)


def test_a_signer_who_is_erased_meanwhile_leaves_no_mail(petition: Petition, settings: Any) -> None:
    settings.NEWS_PER_MINUTE = 6
    for number in range(2):
        reader(petition, f"{number}@example.org")
    update = UpdateFactory(petition=petition)
    news.start(update=update)
    send_due()
    gone = petition.signatures.exclude(update_mails__state="accepted")
    gone.delete()
    send_due()

    update.refresh_from_db()
    assert len(mail.outbox) == 1
    assert update.state == Update.State.SENT


def test_signing_after_it_began_brings_no_mail_of_it(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    update = UpdateFactory(petition=petition)
    sent(update)
    reader(petition, "late@example.org")
    work()

    assert receivers() == ["ana@example.org"]


def test_mails_are_laid_out_piece_by_piece(
    petition: Petition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alerts.petitions.news.recipients.BATCH", 2)
    for number in range(5):
        reader(petition, f"{number}@example.org")

    assert sent(UpdateFactory(petition=petition)) == news.Numbers(accepted=5)
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
    sent(UpdateFactory(petition=petition))
    second = UpdateFactory(petition=petition)

    with pytest.raises(news.TooSoon) as refused:
        news.start(update=second)
    assert refused.value.again_at == timezone.now() + timedelta(days=1)

    time_machine.shift(timedelta(days=1))
    sent(second)
    assert len(mail.outbox) == 2


def test_nothing_is_sent_where_nobody_asked(petition: Petition) -> None:
    reader(petition, "ana@example.org", wants_news=False)
    update = UpdateFactory(petition=petition)

    with pytest.raises(news.NobodyAsked):
        news.start(update=update)
    update.refresh_from_db()
    assert update.is_draft


def test_an_update_is_sent_once(petition: Petition) -> None:
    reader(petition, "ana@example.org")
    update = UpdateFactory(petition=petition)
    sent(update)

    with pytest.raises(news.AlreadyBegun):
        news.start(update=update)
    work()
    assert len(mail.outbox) == 1
