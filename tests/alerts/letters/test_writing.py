"""Writing to officials: sealed while we mail it, nothing kept where we do not."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from alerts.letters.models import Delivery, Letter, Message, PublishedLetter
from alerts.letters.services import (
    LetterClosed,
    NotTheirOfficial,
    UnresolvedTokens,
    WordsChanged,
    Written,
    publish_words,
    report_sent_elsewhere,
    send_message,
)
from alerts.officials.models import Official
from alerts.supporters.models import Consent
from tests.factories.letters import (
    WORDS,
    DeliveryFactory,
    FormOfficialFactory,
    LetterFactory,
    MailedOfficialFactory,
    MessageFactory,
    PublishedLetterFactory,
)
from tests.support.queue import queued

pytestmark = pytest.mark.django_db


def write(
    version: PublishedLetter, *officials: Official, consents: bool = False, **changes: str
) -> Written:
    typed = {
        "name": "Ana Ruiz",
        "email": "Ana@example.org",
        "zip_code": "60614",
        "city": "Chicago",
        "state": "IL",
        "district": "IL-9",
        "subject": WORDS["subject"],
        "body": WORDS["body"],
    }
    return send_message(
        version=version, officials=officials, consents=consents, **{**typed, **changes}
    )


def test_a_message_that_we_mail_is_sealed_pending_and_bound_to_the_words() -> None:
    version, rosa = PublishedLetterFactory(locale="es"), MailedOfficialFactory()
    written = write(version, rosa)
    message = Message.objects.get()
    assert message.pk == written.message_id
    assert (message.state, message.version, message.locale) == ("pending", version, "es")
    assert (message.region, message.district) == ("IL", "IL-9")
    assert message.unseal() == {
        "name": "Ana Ruiz",
        "email": "Ana@example.org",
        "zip": "60614",
        "city": "Chicago",
        "subject": WORDS["subject"],
        "body": WORDS["body"],
    }
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.channel, delivery.official) == ("pending", "email", rosa)
    assert delivery.mail_id == f"<letter-{delivery.pk.hex}@127.0.0.1>"


def test_the_answer_says_who_waits_for_the_mail_and_who_is_written_by_hand() -> None:
    rosa = MailedOfficialFactory(name="Rosa Vega")
    luis = FormOfficialFactory(name="Luis Mora")
    written = write(PublishedLetterFactory(), luis, rosa)
    assert [one.official for one in written.waiting] == [rosa]
    assert [one.official for one in written.by_hand] == [luis]
    by_hand = written.by_hand[0]
    assert by_hand.subject == "The river, Representative Luis Mora"
    assert by_hand.body == (
        "Dear Representative Luis Mora,\n\nI live in Chicago.\n\nAna Ruiz, Illinois 60614"
    )
    assert [way.kind for way in by_hand.ways] == ["form", "phone"]
    assert list(Delivery.objects.values_list("official", flat=True)) == [rosa.pk]


def test_a_confirmation_is_queued_ahead_of_others_and_the_queue_holds_no_person() -> None:
    written = write(PublishedLetterFactory(), MailedOfficialFactory())
    waiting = queued("mail_message_confirmation").get()
    assert waiting.args_kwargs == {"args": [str(written.message_id)], "kwargs": {}}
    assert waiting.priority == 90


def test_where_nobody_is_reached_by_mail_nothing_personal_is_kept_and_nothing_is_mailed() -> None:
    write(PublishedLetterFactory(), FormOfficialFactory(), email="", consents=True)
    message = Message.objects.get()
    assert message.unseal() == {}
    assert (message.state, message.email_hash, message.fingerprint) == ("by_hand", "", "")
    assert not queued().exists()
    assert not Delivery.objects.exists()
    assert not Consent.objects.exists()


@pytest.mark.parametrize("consents", [False, True])
@pytest.mark.parametrize("known", ["", "same", "pending", "confirmed", "withdrawn"])
def test_a_known_address_takes_the_same_queries_as_a_new_one(
    known: str, consents: bool, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    version, rosa = PublishedLetterFactory(), MailedOfficialFactory()
    if known == "same":
        write(version, rosa, consents=consents)
    elif known:
        earlier = MessageFactory(version=version, email="ana@example.org", state=known)
        DeliveryFactory(message=earlier, official=rosa, state="accepted")
    with django_assert_num_queries(12 if consents else 7):
        write(version, rosa, consents=consents)


def test_submitting_twice_makes_one_message_and_gives_one_answer() -> None:
    version, rosa = PublishedLetterFactory(), MailedOfficialFactory()
    first = write(version, rosa)
    second = write(version, rosa, email="ANA@example.org ".strip())
    assert first == second
    assert Message.objects.count() == Delivery.objects.count() == 1


def test_another_text_from_the_same_address_waits_beside_the_first() -> None:
    """A stranger who writes under someone's address cannot keep that person's text out."""
    version, rosa = PublishedLetterFactory(), MailedOfficialFactory()
    write(version, rosa, body="I hate rivers.")
    mine = write(version, rosa, body="I love rivers.")
    assert Message.objects.count() == 2
    assert Message.objects.get(pk=mine.message_id).unseal()["body"] == "I love rivers."


def test_consent_is_kept_with_the_sentence_that_was_shown() -> None:
    version = PublishedLetterFactory()
    written = write(version, MailedOfficialFactory(), consents=True, source="/en/bridge/")
    consent = Consent.objects.select_related("text").get()
    assert (consent.act, consent.source) == (written.message_id, "/en/bridge/")
    assert consent.text.text == version.consent_text
    assert consent.confirmed_at is None


def test_without_an_organisation_there_is_nobody_to_consent_to() -> None:
    version = PublishedLetterFactory(letter__organisation=None)
    write(version, MailedOfficialFactory(), consents=True)
    assert not Consent.objects.exists()


@pytest.mark.parametrize("state", ["draft", "paused", "closed", "delivered", "won"])
def test_a_letter_that_is_not_open_takes_nothing(state: str) -> None:
    version = PublishedLetterFactory(letter__state=state)
    with pytest.raises(LetterClosed) as refused:
        write(version, MailedOfficialFactory())
    assert refused.value.state == state
    assert not Message.objects.exists()


def test_a_deadline_closes_a_letter() -> None:
    letter = LetterFactory(closes_at=timezone.now() - timedelta(minutes=1))
    with pytest.raises(LetterClosed) as refused:
        write(PublishedLetterFactory(letter=letter), MailedOfficialFactory())
    assert refused.value.state == Letter.State.CLOSED


def test_whoever_read_older_words_gets_the_latest() -> None:
    old = PublishedLetterFactory()
    latest = publish_words(letter=old.letter, locale="en", words={**WORDS, "title": "New"})
    publish_words(letter=old.letter, locale="es", words=WORDS)
    with pytest.raises(WordsChanged) as refused:
        write(old, MailedOfficialFactory())
    assert refused.value.latest == latest


@pytest.mark.parametrize(
    ("changes", "left"),
    [
        ({"city": ""}, ["{{constituent_city}}"]),
        ({"subject": "{{street}}"}, ["{{street}}"]),
        ({"body": "Dear {{recipient_name}"}, ["{{recipient_name}"]),
        ({"name": "{{recipient_name}}"}, ["{{recipient_name}}"]),
    ],
)
@pytest.mark.parametrize("factory", [MailedOfficialFactory, FormOfficialFactory])
def test_an_unresolved_token_cannot_be_sent(
    factory: type[MailedOfficialFactory], changes: dict[str, Any], left: list[str]
) -> None:
    with pytest.raises(UnresolvedTokens) as refused:
        write(PublishedLetterFactory(), factory(), **changes)
    assert [gap.removesuffix("}") for gap in refused.value.tokens] == [
        gap.removesuffix("}") for gap in left
    ]
    assert not Message.objects.exists()


def test_a_visitors_own_brackets_can_be_sent() -> None:
    written = write(PublishedLetterFactory(), MailedOfficialFactory(), body="[Ana] {and} [[Eva]]")
    assert written.waiting[0].body == "[Ana] {and} [[Eva]]"


@pytest.mark.parametrize("email", ["", " "])
def test_mail_to_an_official_needs_an_address(email: str) -> None:
    with pytest.raises(ValueError, match="address"):
        write(PublishedLetterFactory(), MailedOfficialFactory(), email=email)


def test_a_letter_to_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="somebody"):
        write(PublishedLetterFactory())


def test_what_was_sent_by_hand_is_noted_once() -> None:
    luis = FormOfficialFactory()
    written = write(PublishedLetterFactory(), luis, email="")
    first = report_sent_elsewhere(message_id=written.message_id, official=luis)
    assert report_sent_elsewhere(message_id=written.message_id, official=luis) == first
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.channel) == ("opened_elsewhere", "form")
    assert delivery.email_hash == ""


def test_saying_it_was_sent_by_hand_does_not_stop_our_own_mail() -> None:
    rosa = MailedOfficialFactory(phone="202-555-0100")
    written = write(PublishedLetterFactory(), rosa)
    delivery = report_sent_elsewhere(message_id=written.message_id, official=rosa)
    assert (delivery.state, delivery.channel) == ("pending", "email")


@pytest.mark.parametrize(
    "changes", [{"office__state": "TX"}, {"office": None}, {"contact_form": "", "phone": ""}]
)
def test_nobody_can_claim_to_have_reached_another_official(changes: dict[str, Any]) -> None:
    written = write(PublishedLetterFactory(), FormOfficialFactory(), email="")
    with pytest.raises(NotTheirOfficial):
        report_sent_elsewhere(
            message_id=written.message_id, official=FormOfficialFactory(**changes)
        )
    assert not Delivery.objects.exists()
