"""Joining and confirming: what is stored when, and what is never stored twice."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from alerts.supporters.models import Consent
from coalition.errors import ContactGone, StatementClosed
from coalition.facts import Facts, Speaker
from coalition.models import Contact, Endorser, PublishedStatement, Statement
from coalition.services import (
    WordsChanged,
    change_status,
    confirm_join,
    erase_contacts,
    erase_unconfirmed,
    join,
    publish_words,
)
from tests.factories.coalition import ContactFactory, EndorserFactory, PublishedStatementFactory
from tests.support.threads import at_once

pytestmark = pytest.mark.django_db
HOUSE = Facts(
    is_person=False,
    name="Casa Lakeside",
    affiliation="",
    scope="local",
    places=("IL", "IN"),
    nation="",
    city="Chicago",
    kind="legal",
    languages=("es",),
    website="https://casa-lakeside.org",
)
ROSA = Speaker("Rosa Díaz", "Director", "rosa@casa-lakeside.org")
ANA = replace(
    HOUSE,
    is_person=True,
    name="Ana Ruiz",
    affiliation="Professor of Law",
    website="https://ana.example",
)


@pytest.fixture
def version() -> PublishedStatement:
    found: PublishedStatement = PublishedStatementFactory()
    return found


def joined(version: PublishedStatement, facts: Facts = HOUSE, **more: Any) -> Contact:
    """Join, and the contact that came of it."""
    before = set(Contact.objects.values_list("pk", flat=True))
    join(version=version, facts=facts, speaker=ROSA, **more)
    return Contact.objects.select_related("endorser").exclude(pk__in=before).get()


def test_an_organization_waits_in_the_clear_and_its_contact_sealed(
    version: PublishedStatement,
) -> None:
    contact = joined(version)

    endorser = contact.endorser
    assert (endorser.status, endorser.origin, endorser.name) == (
        "submitted",
        "joined",
        "Casa Lakeside",
    )
    assert [place.code for place in endorser.places.all()] == ["IL", "IN"]
    assert [language.code for language in endorser.languages.all()] == ["es"]
    endorsement = endorser.endorsements.get()
    assert (endorsement.version, endorsement.counted_from) == (version, None)
    assert contact.unseal() == {
        "name": "Rosa Díaz",
        "role": "Director",
        "email": "rosa@casa-lakeside.org",
    }


def test_a_persons_name_stands_nowhere_in_the_clear_until_confirmed(
    version: PublishedStatement,
) -> None:
    contact = joined(version, ANA)
    endorser = contact.endorser
    assert [endorser.name, endorser.affiliation, endorser.city, endorser.website] == [""] * 4
    assert endorser.normalised_name == endorser.sort_key == ""

    confirm_join(contact_id=contact.pk)

    endorser.refresh_from_db()
    contact.refresh_from_db()
    assert (endorser.name, endorser.affiliation) == ("Ana Ruiz", "Professor of Law")
    assert (endorser.city, endorser.website) == ("Chicago", "https://ana.example")
    assert endorser.identification_only
    assert endorser.sort_key == "ana ruiz"
    assert set(contact.unseal()) == {"name", "role", "email"}


def test_confirming_is_done_once(version: PublishedStatement) -> None:
    contact = joined(version, consents=True)

    first = confirm_join(contact_id=contact.pk)
    again = confirm_join(contact_id=contact.pk)

    assert first.confirmed_at == again.confirmed_at
    assert [change.status for change in contact.endorser.history.all()] == ["confirmed"]
    assert Consent.objects.in_force().filter(act=contact.pk).count() == 1


def test_an_unticked_box_gives_no_consent(version: PublishedStatement) -> None:
    contact = joined(version)
    confirm_join(contact_id=contact.pk)

    assert not Consent.objects.filter(act=contact.pk).exists()


def test_an_equal_submit_is_the_same_one_again(version: PublishedStatement) -> None:
    for _press in range(3):
        join(version=version, facts=HOUSE, speaker=ROSA, consents=True)

    assert Endorser.objects.filter(origin="joined").count() == Contact.objects.count() == 1
    assert Consent.objects.count() == 1


def test_another_submit_of_the_same_address_is_another_one(version: PublishedStatement) -> None:
    joined(version)
    joined(version, replace(HOUSE, name="Casa Lakeside West"))

    assert Contact.objects.count() == 2


def test_confirming_one_entry_leaves_others_of_the_address_waiting(
    version: PublishedStatement,
) -> None:
    one = joined(version)
    other = joined(version, replace(HOUSE, name="Casa Lakeside West"))

    confirm_join(contact_id=one.pk)

    other.refresh_from_db()
    assert other.is_pending


@pytest.mark.parametrize("state", ["draft", "paused", "closed", "delivered", "won"])
def test_a_statement_that_is_not_open_takes_nobody(version: PublishedStatement, state: str) -> None:
    Statement.objects.filter(pk=version.statement_id).update(state=state)

    with pytest.raises(StatementClosed) as refused:
        join(version=version, facts=HOUSE, speaker=ROSA)

    assert refused.value.state == state
    assert not Contact.objects.exists()


def test_older_words_are_not_joined(version: PublishedStatement) -> None:
    words = {**version.fields, "title": "Other words"}
    latest = publish_words(statement=version.statement, locale="en", words=words)

    with pytest.raises(WordsChanged) as refused:
        join(version=version, facts=HOUSE, speaker=ROSA)

    assert refused.value.latest == latest


def test_who_joined_in_time_is_confirmed_after_the_end(version: PublishedStatement) -> None:
    contact = joined(version)
    Statement.objects.filter(pk=version.statement_id).update(state="closed")

    assert confirm_join(contact_id=contact.pk).state == "confirmed"


def test_what_staff_decided_before_is_not_undone_by_confirming(
    version: PublishedStatement,
) -> None:
    approved, declined = joined(version), joined(version, ANA)
    change_status(endorser_id=approved.endorser_id, to="approved")
    change_status(endorser_id=declined.endorser_id, to="declined")

    confirm_join(contact_id=approved.pk)
    with pytest.raises(ContactGone):
        confirm_join(contact_id=declined.pk)

    approved.endorser.refresh_from_db()
    declined.endorser.refresh_from_db()
    assert approved.endorser.status == "approved"
    assert declined.endorser.name == ""


def test_what_was_erased_cannot_be_confirmed() -> None:
    with pytest.raises(ContactGone):
        confirm_join(contact_id=uuid4())


@pytest.mark.parametrize(
    ("email", "website", "matches"),
    [
        ("rosa@casa.org", "", None),
        ("rosa@casa.org", "https://casa.org/about", True),
        ("rosa@mail.casa.org", "https://www.casa.org", True),
        ("rosa@CASA.org", "https://chicago.casa.org", True),
        ("rosa@xn--and-6ma2c.example", "https://ñandú.example", True),
        ("rosa@notcasa.org", "https://casa.org", False),
        ("rosa@casa.org.evil.example", "https://casa.org", False),
        ("rosa@gmail.com", "https://casa.org", False),
        ("rosa@gmail.com", "https://gmail.com", False),
    ],
)
def test_staff_are_told_whether_the_address_is_at_the_website(
    version: PublishedStatement, email: str, website: str, matches: bool | None
) -> None:
    facts, speaker = replace(HOUSE, website=website), replace(ROSA, email=email)
    join(version=version, facts=facts, speaker=speaker)

    assert Contact.objects.get().domain_matches is matches


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


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("needs_postgresql")
def test_two_presses_at_the_same_moment_confirm_once(version: PublishedStatement) -> None:
    contact = joined(version, ANA)

    at_once(*[lambda: confirm_join(contact_id=contact.pk)] * 4)

    assert contact.endorser.history.count() == 1
    assert Endorser.objects.get(contact=contact).name == "Ana Ruiz"


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("needs_postgresql")
def test_equal_submits_at_the_same_moment_are_one(version: PublishedStatement) -> None:
    at_once(*[lambda: join(version=version, facts=HOUSE, speaker=ROSA, consents=True)] * 4)

    assert Contact.objects.count() == 1
    assert Endorser.objects.filter(origin="joined").count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("needs_postgresql")
def test_confirming_while_staff_decline_leaves_no_name_behind(
    version: PublishedStatement,
) -> None:
    contact = joined(version, ANA)

    def confirm() -> None:
        with suppress(ContactGone):
            confirm_join(contact_id=contact.pk)

    at_once(confirm, lambda: change_status(endorser_id=contact.endorser_id, to="declined"), confirm)

    endorser = Endorser.objects.get(pk=contact.endorser_id)
    assert (endorser.status, endorser.name) == ("declined", "")
