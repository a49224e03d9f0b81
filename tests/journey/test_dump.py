"""A stolen copy of the database, the logs and the caught errors tell nothing about a person."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from alerts.letters.models import PublishedLetter
from alerts.petitions.models import Petition, PublishedPetition, Signature
from tests.support.dump import dump, readable
from tests.support.mailbox import link_in
from tests.support.pages import HERE, submit

pytestmark = pytest.mark.django_db(transaction=True)

ANA = {"name": "Anaïs Zubizarreta", "email": "anais.zubizarreta@mailhost.example"}
MORE = {
    "city": "Sunnyside Gardens",
    "phone": "+1 212 555 0188",
    "title": "Keeper of bees",
    "organisation": "Hive of Clinton Street",
    "reason": "For my uncle Casimiro.",
}
SECRETS = [
    "555 0188",
    "5550188",
    "Keeper of bees",
    "Clinton Street",
    "Casimiro",
    "Anaïs",
    "Zubizarreta",
    "zubizarreta",
    "mailhost",
    "Sunnyside Gardens",
    "my grandmother's sewing machine",
]


def sign(client: Client) -> None:
    petitions = Petition.objects.filter(name="Cities of safety")
    petitions.update(asks_city="must", asks_phone="must", asks_role="must", asks_reason="must")
    version = PublishedPetition.objects.get(locale="en", petition__in=petitions)
    typed = {**ANA, **MORE, "zip": "10003", "consent": version.consent_key}
    client.post(f"/en/act/sign/{version.pk}/", typed, headers=HERE)


def write(client: Client) -> None:
    version = PublishedLetter.objects.get(locale="en", letter__name="Bring them home: Congress")
    path = f"/en/act/letter/{version.pk}/"
    page = client.post(path, {"step": "find", "zip": "10003"}, headers=HERE)
    page = submit(client, page, path, district="NY-12")
    own = {"city": "Sunnyside Gardens", "body": "I kept my grandmother's sewing machine."}
    page = submit(client, page, path, **ANA, **own, consent=version.consent_key)
    submit(client, page, path, outcome="sent")


@pytest.mark.usefixtures("officials")
def test_a_dump_holds_no_name_address_zip_or_word_that_was_typed(
    client: Client, work: Callable[[], None], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    sign(client)
    write(client)
    stages = [readable(dump())]
    work()
    stages.append(readable(dump()))
    for message in list(mail.outbox):
        client.post(link_in(message.body), headers=HERE)
    stages.append(readable(dump()))
    work()
    stages.append(readable(dump()))

    assert Signature.objects.get(version__petition__name="Cities of safety").state == "counted"
    assert any("sample-cedar@example.org" in stage for stage in stages), "the dump is not one"
    for stage in stages:
        assert [secret for secret in [*SECRETS, "'10003'"] if secret in stage] == []
    assert [secret for secret in SECRETS if secret in caplog.text] == []


def test_an_error_while_mailing_leaves_no_address_behind(
    client: Client, work: Callable[[], None], settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    caplog.set_level(logging.DEBUG)

    sign(client)
    work()

    assert "mail_confirmation" in caplog.text
    assert [secret for secret in SECRETS if secret in readable(dump()) + caplog.text] == []


def test_keys_are_not_in_the_database() -> None:
    stolen = readable(dump())

    assert settings.SEAL_KEYS[0] not in stolen
    assert settings.HASH_KEY not in stolen
