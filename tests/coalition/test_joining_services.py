"""Joining and confirming: what is stored when, and what is never stored twice."""

from dataclasses import replace
from uuid import uuid4

import pytest

from alerts.supporters.models import Consent
from coalition.errors import ContactGone, StatementClosed
from coalition.models import Contact, Endorser, PublishedStatement, Statement
from coalition.services import WordsChanged, change_status, confirm_join, join, publish_words
from tests.support.joined import ANA, HOUSE, ROSA, joined

pytestmark = pytest.mark.django_db


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
