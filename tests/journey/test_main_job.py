"""The main job, end to end: composed, translated, signed, confirmed, written and delivered."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from alerts.letters.models import Delivery
from alerts.models import AlertIndexPage, AlertPage
from alerts.petitions.models import Petition, Signature
from tests.journey.conftest import PASSWORD
from tests.journey.desk import Desk
from tests.support.browser_fixtures import OpenPage
from tests.support.mail_server import MailServer
from tests.support.mailbox import link_in
from tests.support.pages import told_by

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LETTER = (
    "Dear {{recipient_title}} {{recipient_name}},\n\nKeep the clinic open.\n\n"
    "{{constituent_name}}, {{constituent_city}}"
)
SPANISH = {
    "Keep the clinic on Oak Street open": "Mantengan abierta la clínica de la calle Oak.",
    "Keep the clinic open for all": "Mantengan abierta la clínica",
    "Everybody falls ill": "Todas las personas se enferman.",
    "the county board": "la junta del condado",
    "Clinic Friends may mail me": "Amigos de la Clínica puede escribirme.",
    "We tell you what the board says": "Te contamos qué dice la junta.",
    "Write to Congress about it": "Escribe al Congreso",
    "Say why it matters to you": "Di por qué te importa.",
    "Our clinic must stay": "Nuestra clínica debe seguir",
    "Dear {{recipient_title}}": "Estimado/a {{recipient_title}} {{recipient_name}}:\n\n"
    "Mantengan abierta la clínica.\n\n{{constituent_name}}, {{constituent_city}}",
    "Thank you for writing": "Gracias por escribir.",
}


def compose_and_publish(desk: Desk) -> AlertPage:
    index = AlertIndexPage.objects.get(locale__language_code="en")
    desk.new_alert(index.pk, "Keep the clinic open for all", "Everybody falls ill.")
    petition = desk.add_block("Petition")
    desk.create_action(petition, "petition", "Clinic")
    desk.fill(
        petition,
        title="Keep the clinic open for all",
        addressee="the county board",
        consent_text="Clinic Friends may mail me.",
        thank_you="We tell you what the board says.",
    )
    desk.write(petition, "statement", "Keep the clinic on Oak Street open.")
    letter = desk.add_block("Letter to representatives")
    desk.create_action(letter, "letter", "Clinic: Congress")
    desk.fill(
        letter,
        title="Write to Congress about it",
        subject="Our clinic must stay",
        body=LETTER,
        consent_text="Clinic Friends may mail me.",
        thank_you="Thank you for writing.",
    )
    desk.write(letter, "intro", "Say why it matters to you.")
    desk.publish()
    return AlertPage.objects.get(title="Keep the clinic open for all")


@pytest.fixture
def alert(page: Page, editor: User) -> AlertPage:
    """An alert that an editor composed, published and translated into Spanish by hand."""
    desk = Desk(page)
    desk.log_in("editor", PASSWORD)
    english = compose_and_publish(desk)
    desk.translate(english.pk, "Español", SPANISH)
    desk.publish_translation("Español")
    return english


def sign_and_confirm(visitor: Page, mail_server: MailServer, work: Callable[[], None]) -> None:
    visitor.goto("/es/alerts/keep-the-clinic-open-for-all/")
    form = visitor.locator("form", has=visitor.locator("[name=name]"))
    form.locator("[name=name]").fill("Ana Ruiz")
    form.locator("[name=email]").fill("ana@example.org")
    form.locator("[name=zip]").fill("10003")
    form.locator("[type=submit]").click()
    visitor.wait_for_url("**/act/signed/**")
    work()
    mail = mail_server.to("ana@example.org")
    assert "Ana" not in mail.as_string()
    visitor.goto(link_in(mail_server.text_to("ana@example.org")))
    assert Signature.objects.get().state == Signature.State.PENDING
    visitor.locator("main form [type=submit]").click()
    visitor.wait_for_url("**/act/signed/**")


def write_and_confirm(visitor: Page, mail_server: MailServer, work: Callable[[], None]) -> None:
    visitor.goto("/es/alerts/keep-the-clinic-open-for-all/")
    form = visitor.locator("form", has=visitor.locator("[name=step]"))
    form.locator("[name=zip]").fill("10003")
    form.locator("[type=submit]").click()
    visitor.locator("[name=district][value=NY-12]").check()
    visitor.locator("main form [type=submit]").click()
    for name in ("Sample Senator Cedar", "Sample Senator Maple", "Sample Representative Heather"):
        expect(visitor.get_by_role("heading", name=name)).to_be_visible()
    visitor.locator("[name=name]").fill("Ana Ruiz")
    visitor.locator("[name=email]").fill("ana@example.org")
    body = visitor.locator("[name=body]")
    body.fill(body.input_value() + "\n\nMi madre se curó allí.")
    visitor.locator("main form [type=submit]").click()
    expect(visitor.locator("h1")).to_contain_text("Sample Senator Maple")
    assert "Mi madre se curó allí." in visitor.locator("#copy-body").input_value()
    visitor.locator("button[value=sent]").click()
    visitor.wait_for_url("**/act/sent/**")
    work()
    visitor.goto(link_in(mail_server.text_to("ana@example.org")))
    visitor.locator("main form [type=submit]").click()
    visitor.wait_for_url("**/act/sent/**")
    work()


@pytest.mark.usefixtures("officials")
@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_an_alert_is_composed_translated_signed_and_sent(
    alert: AlertPage,
    open_page: OpenPage,
    mail_server: MailServer,
    work: Callable[[], None],
    javascript: bool,
) -> None:
    visitor = open_page(java_script_enabled=javascript, locale="es-US")

    sign_and_confirm(visitor, mail_server, work)
    write_and_confirm(visitor, mail_server, work)

    assert Petition.objects.get(name="Clinic").count == 1
    assert Signature.objects.get().locale == "es"
    assert dict(Delivery.objects.values_list("official__last_name", "state")) == {
        "Cedar": Delivery.State.ACCEPTED,
        "Heather": Delivery.State.ACCEPTED,
        "Maple": Delivery.State.OPENED_ELSEWHERE,
    }
    to_cedar = mail_server.to("sample-cedar@example.org")
    assert "Mi madre se curó allí." in to_cedar.get_content()
    assert "Sample Senator Cedar" in to_cedar.get_content()
    assert "{{" not in to_cedar.get_content()
    assert visitor.context.cookies() == []
    assert not {"?", "&"} & set(visitor.url)
    assert re.search("ana|ruiz|10003", told_by(visitor.url), re.IGNORECASE) is None
