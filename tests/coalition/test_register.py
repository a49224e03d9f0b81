"""Staff enter endorsers and change them; what is wrong is said beside the field."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.users.models import UserProfile

from coalition.models import Endorser, Statement
from tests.factories.coalition import (
    ContactFactory,
    EndorsementFactory,
    EndorserFactory,
    StatementFactory,
)
from tests.support.register import ADD, LIST, edit, entered, typed

pytestmark = pytest.mark.django_db


def test_an_organizer_enters_an_endorser_with_all_its_parts(organizer: Client) -> None:
    statement = StatementFactory()

    organizer.post(
        ADD,
        typed(
            place_codes=["IL", "tribal"],
            nation="Ho-Chunk Nation",
            language_codes=["es", "zh_Hans"],
            statement_keys=[statement.pk],
            note_texts_en="Since 1990.",
            website="lake.example.org",
        ),
    )

    endorser = entered()
    assert endorser.status == Endorser.Status.APPROVED
    assert endorser.origin == Endorser.Origin.STAFF
    assert endorser.website == "https://lake.example.org"
    assert endorser.nation == "Ho-Chunk Nation"
    assert [place.code for place in endorser.places.all()] == ["IL", "tribal"]
    assert [language.code for language in endorser.languages.all()] == ["es", "zh_Hans"]
    assert [(note.locale, note.text) for note in endorser.notes.all()] == [("en", "Since 1990.")]
    assert endorser.endorsements.counted().get().statement == statement
    assert [change.by.username for change in endorser.history.all()] == ["organizer"]


def test_an_entry_that_is_not_listed_at_once_waits_for_a_decision(organizer: Client) -> None:
    organizer.post(ADD, typed(list_now=None, statement_keys=[StatementFactory().pk]))

    assert entered().status == Endorser.Status.CONFIRMED
    assert not entered().endorsements.counted().exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Please write the name that should be listed."),
        ({"name": "x" * 201}, "Please shorten the name to at most 200 characters."),
        ({"name": "<b>Bold</b> Friends"}, "Please write this without &lt; and &gt;."),
        ({"name": "=SUM(A1)"}, "Please begin with a letter or a digit, not with = + - or @."),
        ({"name": "see https://spam.example"}, "Please leave out the web address here"),
        ({"name": "Friends\u202eevil"}, "it holds characters that cannot be seen"),
        ({"name": "!!!"}, "Please write the name with letters."),
        ({"website": "javascript:alert(1)"}, "Please write the web address in full"),
        ({"website": "http://127.0.0.1/"}, "Please write the web address in full"),
        ({"place_codes": []}, "Please choose at least one place."),
        ({"place_codes": ["Calif."]}, "Select a valid choice."),
        ({"place_codes": ["tribal"]}, "Please write the name of the tribal nation."),
        ({"language_codes": ["klingon"]}, "Select a valid choice."),
        ({"note_texts_en": "n" * 301}, "Please use at most 300 characters here."),
        ({"contact_name": "Bo"}, "Please write the contact’s email address."),
        ({"contact_email": "bo@example.org"}, "Please write the contact’s name."),
        ({"contact_name": "Bo", "contact_email": "bo"}, "Please write your email address in full"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(
    organizer: Client, wrong: dict[str, Any], sentence: str
) -> None:
    before = Endorser.objects.count()

    page = organizer.post(ADD, typed(**wrong))

    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert Endorser.objects.count() == before


def test_a_national_endorser_is_listed_under_no_place(organizer: Client) -> None:
    organizer.post(ADD, typed(scope="national", place_codes=["IL"], nation="None of ours"))

    assert not entered().places.exists()
    assert entered().nation == ""


def test_the_affiliation_of_a_person_is_for_identification_only(organizer: Client) -> None:
    organizer.post(ADD, typed(name="Ana Ruiz", is_person="on", affiliation="Dean, Lake College"))
    organizer.post(ADD, typed(affiliation="Dean, Lake College"))

    assert entered("Ana Ruiz").identification_only
    assert entered().affiliation == ""


def test_changing_an_entry_replaces_its_parts_and_leaves_its_status(organizer: Client) -> None:
    old, new = StatementFactory(), StatementFactory()
    endorser = EndorserFactory(
        places=["IL", "WI"], languages=["es"], notes={"en": "Old", "es": "Viejo"}
    )
    EndorsementFactory(endorser=endorser, statement=old)

    organizer.post(
        edit(endorser),
        typed(
            place_codes=["WI", "MN"],
            language_codes=["so"],
            statement_keys=[new.pk],
            note_texts_es="Nuevo",
        ),
    )

    endorser.refresh_from_db()
    assert endorser.name == "Lake Street Neighbors"
    assert endorser.status == Endorser.Status.APPROVED
    assert [place.code for place in endorser.places.all()] == ["MN", "WI"]
    assert [language.code for language in endorser.languages.all()] == ["so"]
    assert [note.text for note in endorser.notes.all()] == ["Nuevo"]
    assert [one.statement for one in endorser.endorsements.counted()] == [new]
    assert endorser.endorsements.filter(statement=old, counted_until__isnull=False).exists()


def test_the_form_shows_what_is_stored(organizer: Client) -> None:
    endorser = EndorserFactory(languages=["so"], notes={"es": "Desde 1990"})
    statement = EndorsementFactory(endorser=endorser).statement
    ContactFactory(endorser=endorser, name="Bo Okafor", email="bo@river.example.org")

    form = organizer.get(edit(endorser)).context["form"]

    assert form["place_codes"].value() == ["IL"]
    assert form["language_codes"].value() == ["so"]
    assert form["statement_keys"].value() == [statement.pk]
    assert form["note_texts"].value() == {"es": "Desde 1990"}
    assert form["contact_email"].value() == "bo@river.example.org"


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_new_entry_stands_behind_the_statement_if_just_one_is_open(
    organizer: Client, number: int
) -> None:
    Statement.objects.update(state=Statement.State.CLOSED)
    still_open = StatementFactory.create_batch(number, state=Statement.State.OPEN)

    form = organizer.get(ADD).context["form"]

    chosen = form["statement_keys"].value() or []
    assert chosen == ([still_open[0].pk] if number == 1 else [])


def test_the_only_open_statement_can_be_left_out(organizer: Client) -> None:
    Statement.objects.update(state=Statement.State.CLOSED)
    StatementFactory(state=Statement.State.OPEN)
    listed = EndorserFactory()

    organizer.post(ADD, typed())

    assert not entered().endorsements.exists()
    assert organizer.get(edit(listed)).context["form"]["statement_keys"].value() == []


def test_an_archived_statement_is_offered_only_to_those_who_stand_behind_it(
    organizer: Client,
) -> None:
    endorsement = EndorsementFactory()
    endorsement.statement.archived_at = endorsement.created_at
    endorsement.statement.save()
    other = EndorserFactory()

    def offered(endorser: Endorser) -> list[Statement]:
        form = organizer.get(edit(endorser)).context["form"]
        return list(form.fields["statement_keys"].queryset)

    assert endorsement.statement in offered(endorsement.endorser)
    assert endorsement.statement not in offered(other)


def test_a_form_opened_before_a_person_withdrew_does_not_bring_the_name_back(
    organizer: Client,
) -> None:
    person = EndorserFactory(person=True, name="", status=Endorser.Status.WITHDRAWN)

    page = organizer.post(edit(person), typed(name="Ana Ruiz", is_person="on"))

    assert "Nothing is kept of a person who has withdrawn" in page.content.decode()
    assert not Endorser.objects.filter(name="Ana Ruiz").exists()


def test_a_person_who_has_not_confirmed_can_be_changed_without_a_name(organizer: Client) -> None:
    person = EndorserFactory(person=True, name="", status=Endorser.Status.SUBMITTED)

    organizer.post(edit(person), typed(name="", is_person="on", place_codes=["WI"]))

    assert [place.code for place in person.places.all()] == ["WI"]


def test_an_entry_that_is_gone_is_not_found(organizer: Client) -> None:
    assert organizer.get(f"{LIST}edit/999999/", follow=True).status_code == 404
    assert organizer.post(f"{LIST}edit/999999/", typed(), follow=True).status_code == 404


def test_languages_are_named_in_the_language_of_the_editor(organizer: Client) -> None:
    profile = UserProfile.get_for_user(User.objects.get(username="organizer"))
    profile.preferred_language = "es"
    profile.save()

    page = organizer.get(ADD).content.decode()

    assert "Criollo haitiano" in page
