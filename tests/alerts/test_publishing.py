"""What goes live: an action has one home, and its words are published with the page."""

import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.models import TranslationSource

from alerts.letters.models import Letter
from alerts.models import AlertIndexPage, AlertPage
from alerts.petitions.models import Petition
from tests.factories.alerts import (
    add_alert,
    add_draft,
    letter_block,
    petition_block,
    publish,
    translated,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def index() -> AlertIndexPage:
    found: AlertIndexPage = AlertIndexPage.objects.get(locale__language_code="en")
    return found


@pytest.mark.smoke
def test_publishing_opens_the_petition_and_publishes_its_words(index: AlertIndexPage) -> None:
    petition = Petition.objects.create(name="Clinic")

    publish(add_alert(index, petition_block(petition)))

    petition.refresh_from_db()
    version = petition.versions.get()
    assert (petition.state, version.locale, version.number) == ("open", "en", 1)
    assert version.fields["title"] == "Keep the clinic open"
    assert version.fields["page_url"] == "/en/alerts/clinic/"


def test_a_draft_publishes_nothing(index: AlertIndexPage) -> None:
    petition = Petition.objects.create(name="Clinic")
    page = AlertPage(
        title="C", slug="c", locale=index.locale, live=False, body=[petition_block(petition)]
    )
    index.add_child(instance=page)
    page.save_revision()

    assert petition.versions.count() == 0


def test_publishing_the_same_words_again_makes_no_new_version(index: AlertIndexPage) -> None:
    petition = Petition.objects.create(name="Clinic")
    page = add_alert(index, petition_block(petition))

    publish(page)
    publish(AlertPage.objects.get(pk=page.pk))

    assert petition.versions.count() == 1


def test_changed_words_become_the_next_version(index: AlertIndexPage) -> None:
    petition = Petition.objects.create(name="Clinic")
    page = add_alert(index, petition_block(petition))
    publish(page)
    page.body = [petition_block(petition, title="Keep the clinic open on Sundays")]

    publish(page)

    assert list(petition.versions.values_list("number", flat=True).order_by("number")) == [1, 2]


def test_an_action_cannot_live_in_two_alerts(index: AlertIndexPage) -> None:
    petition = Petition.objects.create(name="Clinic")
    publish(add_alert(index, petition_block(petition)))

    with pytest.raises(ValidationError) as refusal:
        add_alert(index, petition_block(petition), slug="second")

    assert "body" in refusal.value.error_dict


def test_an_action_cannot_stand_twice_in_one_alert(index: AlertIndexPage) -> None:
    letter = Letter.objects.create(name="Clinic")

    with pytest.raises(ValidationError):
        add_alert(index, letter_block(letter), letter_block(letter))


def test_two_drafts_may_choose_one_action_but_the_first_published_keeps_it(
    index: AlertIndexPage,
) -> None:
    petition = Petition.objects.create(name="Clinic")
    first = add_draft(index, petition_block(petition), slug="first")
    second = add_draft(index, petition_block(petition), slug="second")
    publish(first)

    with pytest.raises(ValidationError):
        publish(second)

    petition.refresh_from_db()
    assert petition.home == first.translation_key


def test_a_translation_shares_the_petition_and_publishes_its_own_words(
    index: AlertIndexPage,
) -> None:
    petition = Petition.objects.create(name="Clinic")
    page = add_alert(index, petition_block(petition))
    publish(page)

    spanish = translated(page)
    spanish.get_latest_revision().publish()

    version = petition.versions.get(locale="es")
    assert version.fields["title"] == "es: Keep the clinic open"
    assert version.fields["page_url"] == "/es/alerts/clinic/"


def test_a_translation_cannot_point_to_another_petition(index: AlertIndexPage) -> None:
    petition = Petition.objects.create(name="Clinic")
    page = add_alert(index, petition_block(petition))
    publish(page)
    spanish = translated(page)

    spanish.body = [petition_block(Petition.objects.create(name="Another"))]

    with pytest.raises(ValidationError):
        publish(spanish)
    with pytest.raises(ValidationError):
        spanish.save_revision()


def test_a_translator_is_not_offered_the_petition(index: AlertIndexPage) -> None:
    page = add_alert(index, petition_block(Petition.objects.create(name="Clinic")))
    publish(page)

    source, _created = TranslationSource.update_or_create_from_instance(page)

    assert not source.overridablesegment_set.filter(context__path__endswith=".petition").exists()
    assert not source.relatedobjectsegment_set.exists()


def test_a_translation_may_not_use_an_unknown_token(index: AlertIndexPage) -> None:
    page = add_alert(index, letter_block(Letter.objects.create(name="Clinic")))
    publish(page)
    spanish = translated(page)
    spanish.body[0].value["body"] = "Hola {{nobody}}"

    with pytest.raises(ValidationError):
        publish(spanish)


@pytest.mark.parametrize(
    ("states", "shown"),
    [
        (("open", "closed"), "open"),
        (("paused", "closed"), "paused"),
        (("won", "closed"), "won"),
        (("closed", "closed"), "closed"),
        (("draft", "draft"), "closed"),
    ],
)
def test_an_alert_is_in_the_state_of_its_actions(
    index: AlertIndexPage, states: tuple[str, str], shown: str
) -> None:
    petition = Petition.objects.create(name="Clinic")
    letter = Letter.objects.create(name="Clinic")
    page = add_alert(index, petition_block(petition), letter_block(letter))

    Petition.objects.filter(pk=petition.pk).update(state=states[0])
    Letter.objects.filter(pk=letter.pk).update(state=states[1])

    assert page.state == shown
