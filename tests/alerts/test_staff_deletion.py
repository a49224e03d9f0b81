"""What staff may delete, put away, and what they are told instead of an error."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from wagtail.models import Page

from alerts.letters.models import Letter
from alerts.models import AlertPage
from alerts.petitions.models import Petition
from tests.factories.alerts import add_draft, alert_index, petition_block, publish, translated
from tests.factories.letters import LetterFactory
from tests.factories.petitions import PetitionFactory

pytestmark = pytest.mark.django_db
ADDRESS = {
    "petition": "/admin/snippets/petitions/petition",
    "letter": "/admin/snippets/letters/letter",
}


def publish_from_list(admin: Client, page: AlertPage) -> Any:
    address = f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/"
    return admin.post(address, follow=True)


def action(kind: str) -> Any:
    return PetitionFactory(name="Clinic") if kind == "petition" else LetterFactory(name="Clinic")


both = pytest.mark.parametrize("kind", ["petition", "letter"])


@both
def test_nobody_can_delete_an_action(admin: Client, kind: str) -> None:
    row = action(kind)

    single = admin.post(f"{ADDRESS[kind]}/delete/{row.pk}/", follow=True)
    app = f"{row._meta.app_label}/{kind}"
    many = admin.post(f"/admin/bulk/{app}/delete/?id={row.pk}&next=/admin/", follow=True)
    shown = admin.get(f"{ADDRESS[kind]}/").content.decode()

    assert type(row).objects.filter(pk=row.pk).exists()
    assert (single.status_code, many.status_code) == (200, 200)
    assert "you do not have permission" in single.content.decode()
    assert f"{ADDRESS[kind]}/delete/{row.pk}/" not in shown


def save(admin: Client, kind: str, row: Any, **more: str) -> None:
    asked = dict.fromkeys(["asks_city", "asks_phone", "asks_role", "asks_reason"], "no")
    fields = {"name": row.name, "state": row.state, "closes_at": "", "shows": "nothing", **asked}
    fields["organisation"] = str(row.organisation_id)
    response = admin.post(f"{ADDRESS[kind]}/edit/{row.pk}/", fields | more)
    assert response.status_code == 302
    row.refresh_from_db()


@both
def test_an_archived_action_is_closed_and_no_alert_can_choose_it(admin: Client, kind: str) -> None:
    row = action(kind)
    assert "Clinic" in admin.get(f"/admin/choose-{kind}/").content.decode()

    save(admin, kind, row, archived="on")

    assert not row.is_open
    assert "Clinic" not in admin.get(f"/admin/choose-{kind}/").content.decode()
    assert "Archived" in admin.get(f"{ADDRESS[kind]}/").content.decode()


@both
def test_saving_an_archived_action_keeps_its_date_and_it_can_come_back(
    admin: Client, kind: str
) -> None:
    row = action(kind)
    save(admin, kind, row, archived="on")
    put_away = row.archived_at
    save(admin, kind, row, archived="on")
    assert row.archived_at == put_away

    save(admin, kind, row)

    assert row.is_open


def test_each_list_counts_what_it_knows(admin: Client) -> None:
    petitions = admin.get(f"{ADDRESS['petition']}/").content.decode()
    letters = admin.get(f"{ADDRESS['letter']}/").content.decode()

    assert "Signatures" in petitions
    assert "Signatures" not in letters
    assert "Said to be sent" in letters


@pytest.mark.parametrize("by", ["delete", "bulk"])
def test_an_organisation_in_use_is_kept_with_a_sentence(admin: Client, by: str) -> None:
    organisation = PetitionFactory().organisation
    address = {
        "delete": f"/admin/snippets/supporters/organisation/delete/{organisation.pk}/",
        "bulk": f"/admin/bulk/supporters/organisation/delete/?id={organisation.pk}&next=/admin/",
    }[by]

    response = admin.post(address, follow=True)

    assert response.status_code == 200
    assert "cannot be deleted: other entries refer to it." in response.content.decode()
    organisation.refresh_from_db()


def test_an_organisation_nobody_uses_can_be_deleted(admin: Client) -> None:
    organisation = PetitionFactory().organisation
    Petition.objects.filter(organisation=organisation).update(organisation=None)

    admin.post(f"/admin/snippets/supporters/organisation/delete/{organisation.pk}/")

    assert not type(organisation).objects.filter(pk=organisation.pk).exists()


def test_an_alert_refuses_an_action_that_is_gone(admin: Client) -> None:
    petition = Petition.objects.create(name="Clinic")
    page = add_draft(alert_index(), petition_block(petition))
    page.save_revision()
    petition.delete()

    response = publish_from_list(admin, page)

    assert "This action no longer exists." in response.content.decode()
    assert not AlertPage.objects.get(pk=page.pk).live


def test_a_petition_is_free_again_when_its_alert_is_gone_in_every_language(admin: Client) -> None:
    petition = Petition.objects.create(name="Clinic")
    page = add_draft(alert_index(), petition_block(petition))
    publish(page)
    spanish = translated(page)

    admin.post(f"/admin/pages/{page.pk}/delete/")
    petition.refresh_from_db()
    assert petition.home == page.translation_key
    admin.post(f"/admin/pages/{spanish.pk}/delete/")

    petition.refresh_from_db()
    assert petition.home is None
    publish(add_draft(alert_index(), petition_block(petition), slug="again"))


def test_deleting_a_whole_list_frees_every_action_below_it() -> None:
    Page.objects.get(pk=alert_index().pk).delete()
    for code in ("es", "ar"):
        Page.objects.get(slug="alerts", locale__language_code=code).delete()

    assert not Petition.objects.exclude(home=None).exists()
    assert not Letter.objects.exclude(home=None).exists()


def test_a_home_that_was_lost_long_ago_keeps_no_petition_from_a_new_alert() -> None:
    petition = Petition.objects.create(name="Clinic", home=uuid4())
    page = add_draft(alert_index(), petition_block(petition))

    publish(page)

    petition.refresh_from_db()
    assert petition.home == page.translation_key
