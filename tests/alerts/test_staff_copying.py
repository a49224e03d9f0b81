"""A copied alert asks anew: it never shares signatures with the alert it was copied from."""

import json

import pytest
from django.test import Client

from alerts.models import AlertPage
from alerts.petitions.models import Petition
from tests.factories.alerts import (
    add_draft,
    alert_index,
    letter_block,
    petition_block,
    publish,
    translated,
)
from tests.factories.letters import LetterFactory
from tests.factories.petitions import PetitionFactory
from tests.support.copying import copy

pytestmark = pytest.mark.django_db


def petition_of(page: AlertPage) -> Petition:
    found: Petition = Petition.objects.get(pk=page.owned_actions[0].pk)
    return found


def test_a_live_copy_has_an_open_petition_of_its_own(admin: Client) -> None:
    original = PetitionFactory(goals="77", name="Clinic", state="won")
    page = add_draft(alert_index(), petition_block(original))
    publish(page)

    assert copy(admin, page, publish_copies="on").status_code == 200

    made = AlertPage.objects.get(slug="copy")
    petition = petition_of(made)
    assert made.live
    assert petition.pk != original.pk
    assert (petition.name, petition.goals) == ("Clinic (copy)", "77")
    assert petition.organisation == original.organisation
    assert (petition.state, petition.home) == ("open", made.translation_key)
    assert petition.versions.get().fields["page_url"] == "/en/alerts/copy/"
    original.refresh_from_db()
    assert (original.state, original.home) == ("won", page.translation_key)


def test_every_revision_of_a_draft_copy_names_the_fresh_actions(admin: Client) -> None:
    petition, letter = Petition.objects.create(name="Clinic"), LetterFactory()
    later = Petition.objects.create(name="Added in a draft")
    page = add_draft(alert_index(), petition_block(petition), letter_block(letter))
    publish(page)
    page.body = [petition_block(petition), letter_block(letter), petition_block(later)]
    page.save_revision()

    assert copy(admin, page).status_code == 200

    made = AlertPage.objects.get(slug="copy")
    assert not made.live
    old = {petition.pk, letter.pk, later.pk}
    bodies = [json.loads(revision.content["body"]) for revision in made.revisions.all()]
    named = [block["value"][block["type"]] for body in bodies for block in body]
    assert len(bodies) >= 2
    assert not old & set(named)
    assert len(made.get_latest_revision_as_object().owned_actions) == 3
    assert petition_of(made).state == "draft"


def test_a_copied_draft_can_be_published_beside_its_original(admin: Client) -> None:
    page = add_draft(alert_index(), petition_block(Petition.objects.create(name="Clinic")))
    page.save_revision()
    copy(admin, page)

    publish(page)
    publish(AlertPage.objects.get(slug="copy"))

    assert Petition.objects.filter(name__startswith="Clinic", state="open").count() == 2


def test_a_copied_list_copies_the_actions_below_it(admin: Client) -> None:
    index = alert_index()
    before = Petition.objects.count()

    response = copy(admin, index, copy_subpages="on", publish_copies="on")

    assert response.status_code == 200
    copies = AlertPage.objects.filter(url_path__contains="/copy/", live=True)
    assert copies.count() == AlertPage.objects.child_of(index).count()
    assert Petition.objects.count() > before
    for page in copies:
        assert page.state == "open"


def test_a_translation_of_a_copy_shares_the_actions_of_the_copy(admin: Client) -> None:
    petition = Petition.objects.create(name="Clinic")
    page = add_draft(alert_index(), petition_block(petition))
    publish(page)
    spanish = translated(page)
    copy(admin, page)
    made = AlertPage.objects.get(slug="copy")

    copied = spanish.copy(
        update_attrs={"slug": "copia", "translation_key": made.translation_key}, keep_live=False
    )

    assert copied.get_latest_revision_as_object().owned_actions == made.owned_actions
    assert Petition.objects.filter(name="Clinic (copy)").count() == 1


def test_a_translation_can_be_copied_to_stand_alone(admin: Client) -> None:
    petition = Petition.objects.create(name="Clinic")
    page = add_draft(alert_index(), petition_block(petition))
    publish(page)
    spanish = translated(page)
    publish(spanish)

    assert copy(admin, spanish, publish_copies="on").status_code == 200

    assert petition_of(AlertPage.objects.get(slug="copy")).pk != petition.pk


@pytest.mark.parametrize("below", [False, True])
def test_an_alias_of_an_alert_is_refused_with_a_sentence(admin: Client, below: bool) -> None:
    page = (
        alert_index()
        if below
        else AlertPage.objects.get(slug="cities-of-safety", locale__language_code="en")
    )
    pages = AlertPage.objects.count()

    response = copy(admin, page, alias="on", **({"copy_subpages": "on"} if below else {}))

    assert "cannot have an alias. Copy it without" in response.content.decode()
    assert AlertPage.objects.count() == pages
