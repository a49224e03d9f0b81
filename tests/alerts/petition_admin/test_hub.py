"""The pages about a petition: found from its edit page, each by those who may."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse

from alerts.groups import ORGANIZERS, TRANSLATORS
from alerts.petition_admin.hub import LINKS, Link
from alerts.petitions.models import Petition
from tests.factories.petitions import PetitionFactory

pytestmark = pytest.mark.django_db
ALL = [pytest.param(link, id=link.url_name) for link in LINKS]


def reader(*codenames: str) -> Client:
    """Somebody with just these rights."""
    user = User.objects.create_user("reader")
    user.user_permissions.add(*Permission.objects.filter(codename__in=codenames))
    client = Client()
    client.force_login(user)
    return client


def edit_page(petition: Petition) -> str:
    return reverse("wagtailsnippets_petitions_petition:edit", args=[petition.pk])


def test_the_edit_page_leads_to_the_pages_an_editor_may_open(editor: Client) -> None:
    page = editor.get(edit_page(PetitionFactory())).content.decode()
    for name in ("numbers", "versions", "paper"):
        assert f"/{name}/" in page


@pytest.mark.parametrize("link", ALL)
def test_every_page_opens_for_an_administrator(admin: Client, link: Link) -> None:
    address = reverse(link.url_name, args=[PetitionFactory().pk])
    page = admin.get(address)
    assert page.status_code == 200
    assert "/numbers/" in page.content.decode()


@pytest.mark.parametrize("link", ALL)
@pytest.mark.parametrize("group", [TRANSLATORS, ORGANIZERS])
def test_who_may_not_learns_not_even_whether_it_is_there(
    client: Client, link: Link, group: str
) -> None:
    user = User.objects.create_user("outsider")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    for petition in (PetitionFactory().pk, 4711):
        answer = client.get(reverse(link.url_name, args=[petition]))
        assert answer.status_code == 302
        assert answer["Location"] == "/admin/"


@pytest.mark.parametrize("link", ALL)
def test_a_visitor_is_asked_to_log_in(client: Client, link: Link) -> None:
    answer = client.get(reverse(link.url_name, args=[4711]))
    assert answer.status_code == 302
    assert "/admin/login/" in answer["Location"]


@pytest.mark.parametrize("link", ALL)
def test_a_petition_that_does_not_exist_is_not_found(admin: Client, link: Link) -> None:
    address = reverse(link.url_name, args=[4711])
    assert admin.get(address, follow=True).status_code == 404


def test_who_may_only_look_is_offered_nothing_to_change() -> None:
    client = reader("access_admin", "view_petition")
    petition = PetitionFactory()
    page = client.get(reverse("petition_numbers", args=[petition.pk])).content.decode()
    assert "/versions/" in page
    assert "/paper/" not in page
    assert client.get(reverse("petition_paper", args=[petition.pk])).status_code == 302


def test_the_list_leads_to_the_numbers_also_who_may_only_look() -> None:
    petition = PetitionFactory()
    listed = reader("access_admin", "view_petition").get("/admin/snippets/petitions/petition/")
    assert reverse("petition_numbers", args=[petition.pk]) in listed.content.decode()
