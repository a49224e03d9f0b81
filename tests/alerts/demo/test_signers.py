"""The demo's letter, as a newcomer finds it: signed by invented people, delivered once."""

import io

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client

from alerts.petitions.models import Signature
from tests.support.queue import work
from tests.support.sign_on import alert, demo_letter

pytestmark = pytest.mark.django_db


def load() -> str:
    told = io.StringIO()
    call_command("load_demo_signers", stdout=told)
    return told.getvalue()


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_everybody_is_listed_in_every_language(client: Client, locale: str) -> None:
    assert "15 invented people" in load()

    page = alert(client, locale)

    assert page.count("<li><bdi>") == 15
    assert "<bdi>يوسف الخطيب</bdi>" in page
    assert "<bdi>박은혜</bdi>" in page
    letter = demo_letter()
    assert letter.deliveries.get().names == 11
    assert set(letter.signatures.values_list("locale", flat=True)) == {"en", "es", "ar"}


def test_loading_again_adds_nobody_and_nobody_is_mailed() -> None:
    load()

    assert "0 invented people" in load()
    work()

    assert Signature.objects.filter(state=Signature.State.COUNTED).count() == 15
    assert mail.outbox == []
