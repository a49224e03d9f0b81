"""Two entries of one endorser become one, and nothing that counted is lost."""

import datetime
from datetime import UTC
from typing import Any

import pytest
from django.test import Client
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from alerts.supporters.models import Consent
from coalition.errors import MergeReason, MergeRefused
from coalition.models import Contact, Correction, Endorsement, Endorser
from coalition.services.merging import merge
from tests.factories.coalition import (
    ContactFactory,
    CorrectionFactory,
    EndorsementFactory,
    EndorserFactory,
    StatementFactory,
)
from tests.factories.supporters import ConsentFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/coalition/endorser/"
Status = Endorser.Status


def day(number: int) -> datetime.datetime:
    return datetime.datetime(2026, 3, number, tzinfo=UTC)


def merged(keep: Endorser, drop: Endorser, *fields: str) -> Endorser:
    return merge(keep=keep.pk, drop=drop.pk, fields=fields, by=None)


def spans(endorser: Endorser) -> list[tuple[Any, Any]]:
    rows = Endorsement.objects.filter(endorser=endorser).order_by("counted_from")
    return [(row.counted_from, row.counted_until) for row in rows]


def test_the_one_that_is_kept_takes_in_all_parts_of_the_other() -> None:
    keep = EndorserFactory(places=["IL"], languages=["es"], notes={"en": "Ours"})
    drop = EndorserFactory(
        places=["IL", "WI"], languages=["so"], notes={"en": "Theirs", "es": "Suyo"}, city="Madison"
    )
    drop.history.create(status=Status.APPROVED)

    one = merged(keep, drop, "city")

    assert one.pk == keep.pk
    assert one.name == keep.name
    assert one.city == "Madison"
    assert {place.code for place in one.places.all()} == {"IL", "WI"}
    assert {language.code for language in one.languages.all()} == {"es", "so"}
    assert {note.locale: note.text for note in one.notes.all()} == {"en": "Ours", "es": "Suyo"}
    assert one.history.count() == 1
    assert not Endorser.objects.filter(pk=drop.pk).exists()


def test_a_logo_comes_with_what_it_shows() -> None:
    keep = EndorserFactory(logo_alt="ours")
    drop = EndorserFactory(logo_alt="theirs")

    assert merged(keep, drop, "logo").logo_alt == "theirs"


@pytest.mark.parametrize(
    ("mine", "theirs", "united"),
    [
        ([(1, None)], [(5, None)], [(1, None)]),
        ([(5, None)], [(1, 9)], [(1, None)]),
        ([(1, 3)], [(5, None)], [(1, 3), (5, None)]),
        ([(1, 4)], [(2, 6)], [(1, 6)]),
        ([(1, 9)], [(2, 3), (4, 5)], [(1, 9)]),
        ([], [(2, 3)], [(2, 3)]),
    ],
)
def test_it_has_counted_whenever_one_of_the_two_did(
    mine: list[Any], theirs: list[Any], united: list[Any]
) -> None:
    statement = StatementFactory()
    keep, drop = EndorserFactory(), EndorserFactory()
    for endorser, rows in ((keep, mine), (drop, theirs)):
        for begin, end in sorted(rows, key=lambda row: row[1] or 99):
            EndorsementFactory(
                endorser=endorser,
                statement=statement,
                counted_from=day(begin),
                counted_until=day(end) if end else None,
            )

    one = merged(keep, drop)

    assert spans(one) == [(day(begin), day(end) if end else None) for begin, end in united]


def test_what_waits_counts_once_it_is_merged_into_one_that_is_listed() -> None:
    keep, drop = EndorserFactory(), EndorserFactory(status=Status.CONFIRMED)
    new = EndorsementFactory(endorser=drop, waiting=True)
    both = EndorsementFactory(endorser=keep)
    EndorsementFactory(endorser=drop, statement=both.statement, waiting=True)

    one = merged(keep, drop)

    counted = Endorsement.objects.filter(endorser=one).counted()
    assert {row.statement for row in counted} == {new.statement, both.statement}
    assert one.endorsements.count() == 2


def test_what_waits_still_waits_where_neither_is_listed() -> None:
    keep, drop = EndorserFactory.create_batch(2, status=Status.CONFIRMED)
    waiting = EndorsementFactory(endorser=keep, waiting=True)
    EndorsementFactory(endorser=drop, statement=waiting.statement, waiting=True)

    assert spans(merged(keep, drop)) == [(None, None)]


def test_the_words_that_were_read_stay_known() -> None:
    contact = ContactFactory()
    read = EndorsementFactory(
        endorser=contact.endorser, statement=contact.statement, version=contact.version
    )
    keep = EndorserFactory()
    EndorsementFactory(endorser=keep, statement=read.statement, counted_from=day(1))

    assert merged(keep, contact.endorser).endorsements.get().version == contact.version


def test_the_contact_of_the_kept_one_stays_and_the_other_is_forgotten() -> None:
    mine, other = ContactFactory(), ContactFactory()
    CorrectionFactory(endorser=other.endorser)

    one = merged(mine.endorser, other.endorser)

    assert Contact.objects.get(endorser=one).pk == mine.pk
    assert not Contact.objects.filter(pk=other.pk).exists()
    assert not Correction.objects.exists()


@pytest.mark.parametrize("has_pending", [True, False])
def test_a_contact_comes_along_if_staff_say_so(has_pending: bool) -> None:
    keep = EndorserFactory(website="https://lake.example")
    if has_pending:
        consent = ConsentFactory(act=ContactFactory(endorser=keep, pending=True).pk)
    other = ContactFactory(email="bo@lake.example", domain_matches=False)
    CorrectionFactory(endorser=other.endorser)

    one = merge(keep=keep.pk, drop=other.endorser.pk, fields=[], by=None, take_contact=True)

    moved = Contact.objects.get(endorser=one)
    assert moved.pk == other.pk
    assert moved.domain_matches is True
    assert moved.unseal()["email"] == "bo@lake.example"
    assert Correction.objects.get().endorser == one
    assert not has_pending or not Consent.objects.filter(pk=consent.pk).exists()


@pytest.mark.parametrize(
    ("mine", "theirs", "reason"),
    [
        ({}, {"person": True}, MergeReason.KINDS),
        ({"person": True}, {"person": True, "name": ""}, MergeReason.NAMELESS),
        ({"status": Status.CONFIRMED}, {}, MergeReason.STANDING),
        ({"status": Status.WITHDRAWN}, {"status": Status.CONFIRMED}, MergeReason.STANDING),
    ],
)
def test_what_cannot_be_merged_stays_two(
    mine: dict[str, Any], theirs: dict[str, Any], reason: MergeReason
) -> None:
    keep, drop = EndorserFactory(**mine), EndorserFactory(**theirs)

    with pytest.raises(MergeRefused) as refused:
        merged(keep, drop)

    assert refused.value.reason == reason
    assert Endorser.objects.filter(pk__in=[keep.pk, drop.pk]).count() == 2


def test_an_entry_is_not_merged_with_itself_or_with_one_that_is_gone() -> None:
    keep = EndorserFactory()

    for drop, reason in ((keep.pk, MergeReason.SAME), (0, MergeReason.GONE)):
        with pytest.raises(MergeRefused) as refused:
            merge(keep=keep.pk, drop=drop, fields=[], by=None)
        assert refused.value.reason == reason


def test_staff_see_both_and_choose_field_by_field(organizer: Client) -> None:
    keep = EndorserFactory(name="Lake House", city="", website="https://lake.example.org/")
    drop = EndorserFactory(name="Lake House Inc.", city="Evanston", website="")
    ContactFactory(endorser=drop, name="Bo Okafor", email="bo@secret.example.org")
    address = f"{LIST}merge/{keep.pk}/{drop.pk}/"

    page = organizer.get(address)
    organizer.post(address, {"name": "drop", "city": "drop", "website": "keep"})

    form = page.context["form"]
    assert [form[name].value() for name in ("name", "city", "website")] == ["keep", "drop", "keep"]
    assert "kind" not in form.fields
    assert "Okafor" not in page.content.decode()
    keep.refresh_from_db()
    assert (keep.name, keep.city, keep.website) == (
        "Lake House Inc.",
        "Evanston",
        "https://lake.example.org/",
    )
    history = organizer.get(f"{LIST}history/{keep.pk}/").content.decode()
    assert "Took in another entry" in history


@pytest.mark.parametrize("method", ["get", "post"])
def test_staff_who_merge_what_is_gone_or_the_same_get_a_sentence(
    organizer: Client, method: str
) -> None:
    keep = EndorserFactory()

    gone = getattr(organizer, method)(f"{LIST}merge/{keep.pk}/999999/", follow=True)
    same = getattr(organizer, method)(f"{LIST}merge/{keep.pk}/{keep.pk}/", follow=True)

    assert "One of the two entries does not exist any more." in gone.content.decode()
    assert "An entry cannot be merged with itself." in same.content.decode()


def test_an_editor_may_not_merge(editor: Client) -> None:
    keep, drop = EndorserFactory(), EndorserFactory()

    editor.post(f"{LIST}merge/{keep.pk}/{drop.pk}/", {"name": "keep"}, follow=True)

    assert Endorser.objects.filter(pk=drop.pk).exists()


@pytest.mark.parametrize("pending", [True, False])
def test_no_stranger_comes_to_speak_for_an_entry_unless_staff_want_it(
    organizer: Client, pending: bool
) -> None:
    keep = EndorserFactory(website="https://lake.example.org/")
    stranger = ContactFactory(
        endorser__status=Status.CONFIRMED,
        endorser__website="https://evil.example/",
        email="eve@evil.example",
        domain_matches=True,
        pending=pending,
    )
    address = f"{LIST}merge/{keep.pk}/{stranger.endorser.pk}/"

    page = organizer.get(address)
    organizer.post(address, {"name": "keep", "website": "keep"})

    shown = page.content.decode()
    assert "The contact’s address is not at the website’s domain." in shown
    assert ("The contact has not confirmed the address yet" in shown) is pending
    assert page.context["form"]["take_contact"].value() is False
    assert not Contact.objects.filter(endorser=keep).exists()
    assert not Contact.objects.filter(pk=stranger.pk).exists()


def test_staff_tick_that_a_good_contact_is_taken_over(organizer: Client) -> None:
    keep = EndorserFactory(website="https://lake.example.org/")
    good = ContactFactory(endorser__status=Status.CONFIRMED, email="bo@lake.example.org")
    address = f"{LIST}merge/{keep.pk}/{good.endorser.pk}/"

    ticked = organizer.get(address).context["form"]["take_contact"].value()
    organizer.post(address, {"name": "keep", "website": "keep", "take_contact": "on"})

    assert ticked is True
    assert Contact.objects.get(endorser=keep).pk == good.pk


def test_the_history_of_both_is_told_of_the_one_that_is_kept() -> None:
    keep = EndorserFactory(person=True, name="Ana Ruiz")
    drop = EndorserFactory(person=True, name="Ana M. Ruiz")
    log(instance=drop, action="wagtail.create")

    one = merged(keep, drop)

    entries = ModelLogEntry.objects.for_instance(one)
    assert {(entry.action, entry.label) for entry in entries} == {
        ("wagtail.create", "Ana Ruiz"),
        ("coalition.merge", "Ana Ruiz"),
    }
    assert not ModelLogEntry.objects.filter(label="Ana M. Ruiz").exists()
