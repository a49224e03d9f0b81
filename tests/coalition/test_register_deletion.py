"""What was ever listed stays; spam goes, with all that came with it."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from alerts.groups import TRANSLATORS
from alerts.supporters.models import Consent
from coalition.models import Contact, Endorser
from coalition.services import change_status
from tests.factories.coalition import ContactFactory, EndorsementFactory, EndorserFactory
from tests.factories.supporters import ConsentFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/coalition/endorser/"
BULK = "/admin/bulk/coalition/endorser/delete/"
Status = Endorser.Status


def is_there(endorser: Endorser) -> bool:
    return Endorser.objects.filter(pk=endorser.pk).exists()


def spam() -> Contact:
    contact = ContactFactory(endorser__status=Status.SUBMITTED, pending=True)
    EndorsementFactory(endorser=contact.endorser, waiting=True)
    ConsentFactory(act=contact.pk)
    return contact


@pytest.mark.parametrize("in_bulk", [True, False])
def test_spam_is_deleted_with_its_contact_and_what_that_would_have_allowed(
    organizer: Client, in_bulk: bool
) -> None:
    contact = spam()
    endorser = contact.endorser

    organizer.post(f"{BULK}?id={endorser.pk}" if in_bulk else f"{LIST}delete/{endorser.pk}/")

    assert not is_there(endorser)
    assert not Contact.objects.filter(pk=contact.pk).exists()
    assert not Consent.objects.filter(act=contact.pk).exists()


@pytest.mark.parametrize("in_bulk", [True, False])
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_or_was_listed_cannot_be_deleted(
    organizer: Client, in_bulk: bool, method: str
) -> None:
    listed = EndorserFactory(name="Listed Friends")
    left = EndorserFactory(status=Status.CONFIRMED, name="Former Friends")
    for to in (Status.APPROVED, Status.WITHDRAWN):
        change_status(endorser_id=left.pk, to=to)

    for endorser in (listed, left):
        address = f"{BULK}?id={endorser.pk}" if in_bulk else f"{LIST}delete/{endorser.pk}/"
        page = getattr(organizer, method)(address, follow=True).content.decode()
        assert f"“{endorser.name}” was on the list and cannot be deleted." in page
        assert is_there(endorser)


def test_one_that_counted_saves_the_spam_it_is_deleted_with(organizer: Client) -> None:
    endorser, listed = spam().endorser, EndorserFactory()

    organizer.post(f"{BULK}?id={endorser.pk}&id={listed.pk}", follow=True)

    assert is_there(endorser)
    assert is_there(listed)


def test_no_button_offers_what_would_be_refused(organizer: Client) -> None:
    listed, endorser = EndorserFactory(), spam().endorser

    page = organizer.get(LIST).content.decode()

    assert f"{LIST}delete/{endorser.pk}/" in page
    assert f"{LIST}delete/{listed.pk}/" not in page
    assert (
        f"{LIST}delete/{listed.pk}/"
        not in organizer.get(f"{LIST}edit/{listed.pk}/").content.decode()
    )


def test_an_editor_may_not_delete(editor: Client) -> None:
    endorser = spam().endorser

    editor.post(f"{LIST}delete/{endorser.pk}/", follow=True)
    editor.post(f"{BULK}?id={endorser.pk}", follow=True)

    assert is_there(endorser)


@pytest.mark.parametrize("in_bulk", [True, False])
def test_no_history_names_a_person_who_was_deleted(admin: Client, in_bulk: bool) -> None:
    person = EndorserFactory(person=True, name="Ana Hidden", status=Status.CONFIRMED)
    log(instance=person, action="wagtail.create")

    admin.post(f"{BULK}?id={person.pk}" if in_bulk else f"{LIST}delete/{person.pk}/")
    admin.get("/admin/")

    assert not is_there(person)
    assert not ModelLogEntry.objects.filter(label__contains="Hidden").exists()
    report = admin.get("/admin/reports/site-history/").content.decode()
    assert "A person whose name is not kept" in report
    assert "Ana Hidden" not in report


@pytest.mark.parametrize("method", ["get", "post"])
def test_translators_learn_no_name_from_the_page_that_deletes(client: Client, method: str) -> None:
    user = User.objects.create_user("translator")
    user.groups.add(Group.objects.get(name=TRANSLATORS))
    client.force_login(user)
    endorser = EndorserFactory(name="Quiet Helpers", status=Status.CONFIRMED)

    page = getattr(client, method)(f"{BULK}?id={endorser.pk}")

    assert page.status_code == 302
    assert "Quiet Helpers" not in page.content.decode()
    assert is_there(endorser)
