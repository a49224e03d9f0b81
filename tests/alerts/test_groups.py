"""Staff may do just what their work needs."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User
from django.core.management import call_command
from django.test import Client

from alerts.groups import EDITORS, ORGANIZERS, STEWARDS, TRANSLATORS
from alerts.models import AlertPage

pytestmark = pytest.mark.django_db


def member(group: str) -> User:
    user = User.objects.create_user(group)
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def spanish() -> AlertPage:
    found: AlertPage = AlertPage.objects.get(slug="cities-of-safety", locale__language_code="es")
    return found


@pytest.mark.parametrize(("group", "may_publish"), [(EDITORS, True), (TRANSLATORS, False)])
def test_both_may_edit_and_only_editors_publish(
    spanish: AlertPage, group: str, may_publish: bool
) -> None:
    rights = spanish.permissions_for_user(member(group))

    assert rights.can_edit()
    assert rights.can_publish() is may_publish


def test_a_translator_sees_the_sources_and_no_way_to_publish(
    client: Client, spanish: AlertPage
) -> None:
    client.force_login(member(TRANSLATORS))

    page = client.get(f"/admin/pages/{spanish.pk}/edit/").content.decode()

    assert "js-translation-editor" in page
    assert "&quot;canPublish&quot;: false" in page


@pytest.mark.parametrize(
    "address",
    ["/admin/users/", "/admin/settings/home/sitesettings/", "/admin/sites/", "/admin/groups/"],
)
@pytest.mark.parametrize("group", [EDITORS, TRANSLATORS, ORGANIZERS, STEWARDS])
def test_none_of_them_administers_the_site(client: Client, group: str, address: str) -> None:
    client.force_login(member(group))

    assert client.get(address).status_code in {302, 403, 404}


def test_an_editor_can_open_every_list_of_their_work(client: Client) -> None:
    client.force_login(member(EDITORS))

    for address in (
        "/admin/",
        "/admin/snippets/petitions/petition/",
        "/admin/snippets/letters/letter/",
        "/admin/snippets/officials/official/",
        "/admin/choose-petition/",
        "/admin/choose-letter/",
        "/admin/snippets/coalition/endorser/",
        "/admin/snippets/coalition/statement/",
        "/admin/images/",
    ):
        assert client.get(address).status_code == 200, address


def test_an_organizer_can_open_the_register_and_no_page(client: Client, spanish: AlertPage) -> None:
    client.force_login(member(ORGANIZERS))

    for address in (
        "/admin/",
        "/admin/snippets/coalition/endorser/",
        "/admin/snippets/coalition/endorser/add/",
        "/admin/snippets/coalition/statement/",
        "/admin/images/",
    ):
        assert client.get(address).status_code == 200, address
    for address in (
        f"/admin/pages/{spanish.pk}/edit/",
        "/admin/snippets/petitions/petition/",
        "/admin/snippets/officials/official/",
    ):
        assert client.get(address).status_code == 302, address


@pytest.mark.parametrize(
    ("group", "rights"),
    [
        (EDITORS, {"view_endorser", "add_endorser", "change_endorser"}),
        (
            ORGANIZERS,
            {"view_endorser", "add_endorser", "change_endorser", "delete_endorser", "view_contact"},
        ),
        (TRANSLATORS, set()),
    ],
)
def test_only_organizers_see_contacts_and_delete_entries(group: str, rights: set[str]) -> None:
    about = ("endorser", "contact")
    held = Group.objects.get(name=group).permissions.filter(content_type__model__in=about)

    assert set(held.values_list("codename", flat=True)) == rights


@pytest.mark.parametrize("group", [EDITORS, TRANSLATORS, ORGANIZERS])
def test_only_stewards_may_know_who_signed(group: str) -> None:
    about = {"view_signature", "change_signature"}
    for name, rights in ((group, set()), (STEWARDS, about)):
        held = Group.objects.get(name=name).permissions.filter(content_type__model="signature")
        assert set(held.values_list("codename", flat=True)) == rights


def test_preparing_a_site_again_gives_back_what_a_group_has_lost() -> None:
    group = Group.objects.get(name=EDITORS)
    group.permissions.clear()

    call_command("prepare_site", verbosity=0)

    assert group.permissions.filter(codename="change_petition").exists()


def test_the_public_may_not_enter(client: Client, spanish: AlertPage) -> None:
    assert client.get(f"/admin/pages/{spanish.pk}/edit/").status_code == 302
    assert not spanish.permissions_for_user(AnonymousUser()).can_edit()
