"""Sign-on letters in the editor: chosen, copied, translated, and kept out of safety mode."""

from typing import Any

import pytest
from django import forms
from django.test import Client
from django.urls import reverse
from wagtail.admin.forms.models import registry
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from alerts.choosers import petition_chooser
from alerts.models import AlertPage
from alerts.petitions.models import DeliveredList, Petition, Signature
from tests.factories.alerts import (
    add_alert,
    add_draft,
    alert_index,
    petition_block,
    publish,
    sign_on_block,
    translated,
)
from tests.factories.petitions import PetitionFactory
from tests.support.copying import copy
from tests.support.pages import HERE, read
from tests.support.sign_on import SLUG, alert, demo_letter, list_url, post, signed

pytestmark = pytest.mark.django_db
SAFE = "An alert in safety mode shows no names"


@pytest.fixture
def letter() -> Petition:
    """A sign-on letter without an alert yet."""
    made: Petition = PetitionFactory(shows="list", name="Clergy")
    return made


def save(editor: Client, petition: Petition, kind: str = "sign_on", **more: str) -> str:
    """Publish a page with one block in the editor; returns the page that answers."""
    page = add_draft(alert_index())
    block = {
        "petition": str(petition.pk),
        "title": "We stand with them",
        "addressee": "the county board",
        "addressees": streamfield([]),
        "statement": rich_text("<p>Let them stay.</p>"),
        "consent_text": "Clinic Friends may mail me.",
        "thank_you": "Thank you.",
        "outcome": rich_text(""),
    }
    fields = {"title": "The clinic", "slug": "clinic", "body": streamfield([(kind, block)])}
    comments = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}
    data = nested_form_data({**fields, "comments": comments, "action-publish": "1", **more})
    response: Any = editor.post(f"/admin/pages/{page.pk}/edit/", data, follow=True)
    return str(response.content.decode())


@pytest.mark.parametrize("kind", ["sign_on", "petition"])
def test_a_letter_is_published_and_signed_from_either_block(
    editor: Client, letter: Petition, kind: str
) -> None:
    save(editor, letter, kind)

    letter.refresh_from_db()
    assert (letter.state, letter.versions.get().title) == ("open", "We stand with them")
    page = read(Client(), "/en/alerts/clinic/")
    assert 'name="shows_name" value="list"' in page
    assert "Sign the letter" in page
    assert post(Client(), letter, name="").status_code == 422
    assert post(Client(), letter).status_code == 302


def test_an_ordinary_petition_in_a_letters_block_is_an_ordinary_petition(editor: Client) -> None:
    save(editor, PetitionFactory(), "sign_on")

    page = read(Client(), "/en/alerts/clinic/")

    assert 'name="shows_name"' not in page
    assert "Sign the petition" in page


def test_safety_mode_and_a_letter_exclude_each_other(editor: Client, letter: Petition) -> None:
    assert SAFE in save(editor, letter, safety_mode="on")

    letter.refresh_from_db()
    assert letter.state == "open"
    assert not letter.versions.exists()


def test_whose_list_is_hidden_first_may_be_put_in_safety(editor: Client, letter: Petition) -> None:
    Petition.objects.filter(pk=letter.pk).update(shows="nothing")

    assert SAFE not in save(editor, letter, safety_mode="on")
    assert AlertPage.objects.get(slug="clinic").live


@pytest.mark.parametrize("confirms", [{}, {"confirms": "on"}])
def test_signers_are_listed_only_where_they_confirm(
    editor: Client, confirms: dict[str, str]
) -> None:
    petition = PetitionFactory(name="Clinic")
    data = {"name": "Clinic", "state": "open", "shows": "list", "asks_city": "no", **confirms}
    more = dict.fromkeys(("asks_phone", "asks_role", "asks_reason"), "no")

    edit = f"/admin/snippets/petitions/petition/edit/{petition.pk}/"
    answer = editor.post(edit, data | more, follow=True)

    is_refused = "must confirm by mail" in answer.content.decode()
    assert is_refused != bool(confirms)
    petition.refresh_from_db()
    assert (petition.shows == "list") == bool(confirms)


def test_in_an_alert_in_safety_mode_no_setting_lists_the_signers(editor: Client) -> None:
    petition = PetitionFactory(name="Clinic")
    save(editor, petition, "petition", safety_mode="on")
    data = {"name": "Clinic", "state": "open", "shows": "list", "asks_city": "no"}
    more = dict.fromkeys(("asks_phone", "asks_role", "asks_reason"), "no")

    edit = f"/admin/snippets/petitions/petition/edit/{petition.pk}/"
    answer = editor.post(edit, data | more, follow=True)

    assert "its signers cannot be listed" in answer.content.decode()
    petition.refresh_from_db()
    assert petition.shows == "nothing"


def test_a_letter_that_became_unsafe_meanwhile_lists_and_asks_nobody(client: Client) -> None:
    letter = demo_letter()
    signed(letter)
    AlertPage.objects.filter(slug=SLUG, locale__language_code="ar").update(safety_mode=True)

    page = alert(client)

    assert "Okafor" not in page
    assert 'name="shows_name"' not in page
    assert "Your name is not shown to the public." in page
    assert client.get(list_url(letter)).status_code == 404
    assert post(client, letter, shows_name="").status_code == 302
    assert Signature.objects.filter(shown_as="nothing", shows_name=False).count() == 1


@pytest.mark.parametrize("shows", ["first", "full"])
def test_a_petition_in_safety_mode_does_not_offer_to_show_a_name(
    client: Client, shows: str
) -> None:
    Petition.objects.filter(name="Cities of safety").update(shows=shows)
    petition = Petition.objects.get(name="Cities of safety")
    address = "/en/alerts/cities-of-safety/"
    assert 'name="shows_name"' in read(client, address)
    AlertPage.objects.filter(slug="cities-of-safety").update(safety_mode=True)

    assert 'name="shows_name"' not in read(client, address)
    sign = f"/en/act/sign/{petition.versions.filter(locale='en').latest('number').pk}/"
    typed = {"name": "Ana", "email": "ana@example.org", "zip": "60622", "shows_name": shows}
    assert 'name="shows_name"' not in (
        client.post(sign, {**typed, "zip": ""}, headers=HERE).content.decode()
    )
    assert client.post(sign, typed, headers=HERE).status_code == 302
    assert Signature.objects.get().shown_as == "nothing"


def test_one_letter_stands_once_in_an_alert_whatever_block_names_it(letter: Petition) -> None:
    page = add_draft(alert_index(), sign_on_block(letter))
    page.body = [sign_on_block(letter), petition_block(letter)]

    assert "stands twice" in str([problem.message for problem in page.problems(going_live=True)])


def test_a_copied_alert_has_a_letter_of_its_own_without_names_and_deliveries(
    admin: Client,
) -> None:
    letter = demo_letter()
    signed(letter)
    DeliveredList.objects.create(petition=letter, number=1, as_of=letter.created_at, names=1)
    page = AlertPage.objects.get(slug=SLUG, locale__language_code="en")

    copy(admin, page, publish_copies="on")

    made = AlertPage.objects.get(slug="copy", locale__language_code="en")
    fresh = Petition.objects.get(pk=made.owned_actions[0].pk)
    assert fresh.pk != letter.pk
    assert fresh.is_sign_on
    assert (fresh.signatures.count(), fresh.deliveries.count()) == (0, 0)
    assert "Okafor" not in read(Client(), "/en/alerts/copy/")


def test_a_translation_publishes_the_letter_in_its_language(letter: Petition) -> None:
    page = add_alert(alert_index(), sign_on_block(letter))
    publish(page)

    publish(translated(page))

    assert letter.versions.get(locale="es").title == "es: Keep the clinic open"


def test_a_translation_cannot_go_live_half_translated_or_with_another_letter(
    letter: Petition,
) -> None:
    page = add_alert(alert_index(), sign_on_block(letter))
    publish(page)
    spanish = translated(page, leave_out="Keep the clinic on Oak")
    assert any("not translated" in p.message for p in spanish.problems(going_live=True))

    spanish.body = [sign_on_block(PetitionFactory(shows="list"))]

    assert any("keeps the petitions" in p.message for p in spanish.problems(going_live=False))


def test_an_archived_letter_takes_nobody_and_keeps_its_list(client: Client) -> None:
    letter = demo_letter()
    signed(letter)
    Petition.objects.filter(pk=letter.pk).update(archived_at=letter.created_at)

    assert post(client, letter).status_code == 422
    assert "Okafor" in alert(client)


def test_its_chooser_lists_and_creates_letters_alone(editor: Client, letter: Petition) -> None:
    PetitionFactory(name="Ordinary")
    dialog = editor.get(reverse("sign_on_chooser:choose")).json()["html"]
    assert "Clergy" in dialog
    assert "Ordinary" not in dialog

    data = {"sign_on_chooser-create-form-name": "New letter", "name": "New letter"}
    prefix = "create-" if 'name="create-name"' in dialog else ""
    editor.post(reverse("sign_on_chooser:create"), data | {f"{prefix}name": "New letter"})

    assert Petition.objects.get(name="New letter").is_sign_on


def test_other_forms_keep_the_chooser_of_all_petitions() -> None:
    field = Signature._meta.get_field("petition")

    override = registry.get(field)

    assert override["widget"] is petition_chooser.widget_class
    assert issubclass(override["widget"], forms.Widget)


def test_a_reference_leads_to_the_letter_and_lists_nobody(client: Client) -> None:
    letter = demo_letter()
    signed(letter)
    value = {"type": "petition_reference", "value": {"petition": letter.pk}}
    publish(add_draft(alert_index(), value))

    page = read(client, "/en/alerts/clinic/")

    assert f"/en/alerts/{SLUG}/#petition-{letter.pk}" in page
    assert "Okafor" not in page
