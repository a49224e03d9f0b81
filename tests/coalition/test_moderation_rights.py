"""Who may only look at the register decides nothing, asks nobody and is told of nothing to do."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from coalition.models import Correction, Endorser
from tests.factories.coalition import ContactFactory, CorrectionFactory, EndorserFactory
from tests.support.register import LIST

pytestmark = pytest.mark.django_db


@pytest.fixture
def onlooker(client: Client) -> Client:
    """Somebody who may look at endorsers and change nothing."""
    user = User.objects.create_user("onlooker")
    rights = ("access_admin", "view_endorser")
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    return client


def test_an_onlooker_asks_nobody(onlooker: Client) -> None:
    contact = ContactFactory()

    onlooker.post(f"{LIST}ask/{contact.endorser_id}/", {"question": "Who?"})

    contact.refresh_from_db()
    assert "question" not in contact.unseal()


@pytest.mark.parametrize("verb", ["accept", "drop"])
def test_an_onlooker_answers_no_correction(onlooker: Client, verb: str) -> None:
    correction = CorrectionFactory(endorser__city="Chicago")

    onlooker.post(f"{LIST}correction/{correction.endorser_id}/", {"verb": verb})

    correction.endorser.refresh_from_db()
    assert Correction.objects.filter(pk=correction.pk).exists()
    assert correction.endorser.city == "Chicago"


def test_the_front_page_of_the_admin_asks_no_onlooker_to_decide(onlooker: Client) -> None:
    EndorserFactory.create_batch(2, status=Endorser.Status.CONFIRMED)

    page = onlooker.get("/admin/")

    assert page.status_code == 200
    assert "wait for you" not in page.content.decode()
