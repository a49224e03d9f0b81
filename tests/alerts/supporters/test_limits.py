"""The limits of signing are data that staff change and that no start of the site puts back."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from alerts.supporters.limits import caps, ensure_limits
from alerts.supporters.models import Limit
from alerts.supporters.traces import domain_hash
from tests.support.hash_keys import new_hash_key

pytestmark = pytest.mark.django_db
LISTING = "/admin/snippets/supporters/limit/"


def edit(client: Client, scope: str, **values: str) -> object:
    limit = Limit.objects.get(scope=scope)
    typed = {"most": "", "minutes": str(limit.minutes), "spared": limit.spared}
    return client.post(f"{LISTING}edit/{limit.pk}/", typed | values, follow=True)


def test_a_new_site_has_a_limit_for_each_origin_and_keeps_what_staff_changed() -> None:
    Limit.objects.all().delete()
    call_command("prepare_site")
    Limit.objects.filter(scope="network").update(most=7)
    call_command("prepare_site")
    assert set(Limit.objects.values_list("scope", flat=True)) == set(Limit.Scope)
    assert Limit.objects.get(scope="network").most == 7


def test_without_rows_the_defaults_hold() -> None:
    ensure_limits()
    before = caps()
    Limit.objects.all().delete()
    assert caps() == before


def test_everybodys_providers_are_spared() -> None:
    spared = caps()["domain"].spared
    assert domain_hash("ana@gmail.com") in spared
    assert domain_hash("ana@example.org") not in spared


def test_they_are_spared_under_every_hash_key(settings: Settings) -> None:
    before = domain_hash("ana@gmail.com")
    new_hash_key(settings)
    assert {before, domain_hash("ana@gmail.com")} <= caps()["domain"].spared


def test_staff_change_a_limit_and_take_one_away(admin: Client) -> None:
    ensure_limits()
    edit(admin, "network", most="3", minutes="15")
    edit(admin, "address", most="")
    assert (caps()["network"].most, caps()["network"].window) == (3, timedelta(minutes=15))
    assert "address" not in caps()


@pytest.mark.parametrize(
    ("minutes", "answer"),
    [("0", "greater than or equal to 1"), ("2000000000", "less than or equal to 525600")],
)
def test_a_window_of_nothing_or_of_ages_is_refused_beside_its_field(
    admin: Client, minutes: str, answer: str
) -> None:
    ensure_limits()
    before = caps()
    page = edit(admin, "network", most="3", minutes=minutes).content.decode()
    assert answer in page
    assert caps() == before


def test_limits_are_neither_added_nor_deleted(admin: Client) -> None:
    ensure_limits()
    limit = Limit.objects.first()
    assert admin.get(f"{LISTING}add/").status_code == 302
    assert admin.post(f"{LISTING}delete/{limit.pk}/").status_code == 302
    assert Limit.objects.filter(pk=limit.pk).exists()


def test_editors_do_not_see_the_limits(editor: Client) -> None:
    assert editor.get(LISTING).status_code == 302
