"""The editor's form: what is published there is what people sign."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from alerts.models import AlertIndexPage, AlertPage
from alerts.petitions.models import Petition
from alerts.publishing import publish_missed_words

pytestmark = pytest.mark.django_db


def form(petition: Petition, title: str, **more: str) -> dict[str, Any]:
    block = {
        "petition": str(petition.pk),
        "title": title,
        "addressee": "the county board",
        "addressees": streamfield([]),
        "statement": rich_text("<p>Keep it open.</p>"),
        "consent_text": "Clinic Friends may mail me.",
        "thank_you": "Thank you.",
    }
    fields = {"title": "The clinic", "slug": "clinic", "body": streamfield([("petition", block)])}
    return nested_form_data({**fields, "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}, **more})


def autosaved_draft(petition: Petition) -> AlertPage:
    """A draft as Wagtail's autosave leaves it before anybody has pressed a button."""
    index = AlertIndexPage.objects.get(locale__language_code="en")
    page = AlertPage(title="The clinic", slug="clinic", locale=index.locale, live=False)
    index.add_child(instance=page)
    page.save_revision()
    return page


def publish(editor: Client, page: AlertPage, data: dict[str, Any]) -> Any:
    return editor.post(
        f"/admin/pages/{page.pk}/edit/", {**data, "action-publish": "1"}, follow=True
    )


def test_publishing_a_saved_draft_opens_its_petition(editor: Client) -> None:
    petition = Petition.objects.create(name="Clinic")
    page = autosaved_draft(petition)

    publish(editor, page, form(petition, "Keep the clinic open"))

    petition.refresh_from_db()
    assert petition.state == "open"
    assert petition.home == page.translation_key
    assert petition.versions.get().fields["title"] == "Keep the clinic open"


def test_new_words_published_in_the_editor_are_the_next_version(editor: Client) -> None:
    petition = Petition.objects.create(name="Clinic")
    page = autosaved_draft(petition)
    publish(editor, page, form(petition, "Keep the clinic open"))

    publish(editor, page, form(petition, "Keep the clinic open on Sundays"))

    assert petition.versions.latest("number").number == 2
    public = Client().get("/en/alerts/clinic/").content.decode()
    assert "Keep the clinic open on Sundays" in public
    assert f"/en/act/sign/{petition.versions.latest('number').pk}/" in public


def test_an_error_in_the_editor_is_shown_beside_its_block(editor: Client) -> None:
    taken = Petition.objects.get(name="Cities of safety")
    page = autosaved_draft(taken)

    response = publish(editor, page, form(taken, "Mine now"))

    assert "already lives in another alert" in response.content.decode()
    assert taken.versions.filter(fields__title="Mine now").count() == 0


def test_words_that_a_killed_process_left_out_are_published_later() -> None:
    petition = Petition.objects.create(name="Clinic")
    page = autosaved_draft(petition)
    block = {"petition": petition.pk, "title": "Keep it", "statement": "<p>Keep it.</p>"}
    page.body = [{"type": "petition", "value": block}]
    page.live = True
    page.save(clean=False)
    assert petition.versions.count() == 0

    publish_missed_words()
    publish_missed_words()

    assert petition.versions.get().fields["title"] == "Keep it"


def test_a_preview_shows_the_form_inert_even_before_it_opens(editor: Client) -> None:
    petition = Petition.objects.create(name="Clinic")
    page = autosaved_draft(petition)
    address = f"/admin/pages/{page.pk}/edit/preview/"
    assert editor.post(address, form(petition, "Keep the clinic open")).json()["is_valid"]

    preview = editor.get(address, {"mode": ""}).content.decode()

    assert "This is a preview" in preview
    assert "<fieldset" in preview
    assert "disabled" in preview


def test_a_live_page_without_published_words_says_not_yet_instead_of_preview() -> None:
    page = AlertPage.objects.get(slug="cities-of-safety", locale__language_code="en")
    Petition.objects.filter(name="Cities of safety").get().versions.all().delete()

    public = Client().get(page.url).content.decode()

    assert "Not open yet." in public
    assert "This is a preview" not in public


def test_staff_can_walk_the_tree_of_pages(client: Client) -> None:
    client.force_login(User.objects.create_superuser("admin"))

    for address in ("/admin/pages/", "/admin/pages/1/", "/admin/sites/", "/admin/reports/"):
        assert client.get(address).status_code in {200, 302, 404}, address
