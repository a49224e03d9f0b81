"""What the join form takes, refuses and leaves out."""

from typing import Any

import pytest
from django.utils import translation
from django.utils.datastructures import MultiValueDict

from coalition.facts import Facts, Speaker
from coalition.forms import JoinForm
from tests.factories.coalition import PublishedStatementFactory, StatementFactory
from tests.support.joining import ORGANIZATION, PERSON, as_post

pytestmark = pytest.mark.django_db


def filled(typed: dict[str, Any], **other: Any) -> JoinForm:
    return JoinForm(MultiValueDict(as_post({**typed, **other})), version=None)


def test_an_organization_is_read_as_it_was_typed() -> None:
    form = filled(ORGANIZATION)

    assert form.is_valid(), form.errors
    assert form.as_facts() == Facts(
        is_person=False,
        name="Casa Lakeside",
        affiliation="",
        scope="local",
        places=("IL",),
        nation="",
        city="Chicago",
        kind="legal",
        languages=("ar", "es"),
        website="https://casa-lakeside.org",
    )
    assert form.as_speaker() == Speaker("Rosa Díaz", "Director", "rosa@casa-lakeside.org")


def test_a_person_speaks_for_that_person() -> None:
    form = filled(PERSON)

    assert form.is_valid(), form.errors
    assert form.as_facts().affiliation == "Professor of Law, Lake University"
    assert form.as_speaker() == Speaker("Ana Ruiz", "", "ana@example.org")


def test_what_only_the_other_kind_fills_in_is_not_read() -> None:
    organization = filled(ORGANIZATION, affiliation="=SUM(A1)", own_name="on")
    person = filled(PERSON, contact_name="https://spam.example", role="x" * 999)

    assert organization.is_valid(), organization.errors
    assert organization.as_facts().affiliation == ""
    assert person.is_valid(), person.errors
    assert person.as_speaker().name == "Ana Ruiz"


@pytest.mark.parametrize("scope", ["national", "international"])
def test_who_is_active_everywhere_names_no_place(scope: str) -> None:
    form = filled(ORGANIZATION, scope=scope, places=["tribal"], nation="<b>")

    assert form.is_valid(), form.errors
    assert form.as_facts().places == ()
    assert form.as_facts().nation == ""


@pytest.mark.parametrize("scope", ["state", "local"])
def test_who_is_active_somewhere_names_the_place(scope: str) -> None:
    assert set(filled(ORGANIZATION, scope=scope, places=[]).errors) == {"places"}


def test_the_tribal_nation_is_named_by_its_own_name() -> None:
    assert set(filled(ORGANIZATION, places=["tribal"]).errors) == {"nation"}
    assert filled(ORGANIZATION, places=["tribal"], nation="Diné Bikéyah").is_valid()


@pytest.mark.parametrize(
    "name",
    ["350.org", "1199", "کانون", "난민인권센터", "Ñandutí", "T'ruah", "O", "AT&T Workers' Club"],
)
def test_names_of_every_script_and_kind_are_taken(name: str) -> None:
    form = filled(ORGANIZATION, name=name)

    assert form.is_valid(), form.errors
    assert form.as_facts().name == name


@pytest.mark.parametrize("field", ["name", "city"])
@pytest.mark.parametrize(
    "typed",
    [
        "<b>Casa</b>",
        "=HYPERLINK(1)",
        "+1",
        "@here",
        "https://spam.example",
        "go to WWW.spam.example",
        "Casa\nBcc: all@example.org",
        "\u202easaC",
        "Casa\x00",
        "x" * 5_000_000,
    ],
    ids=lambda typed: repr(typed[:12]),
)
def test_what_is_no_honest_line_is_refused_where_it_would_be_listed(field: str, typed: str) -> None:
    assert set(filled(ORGANIZATION, **{field: typed}).errors) == {field}


@pytest.mark.parametrize("name", ["!!!", "—", ""])
def test_a_name_has_letters(name: str) -> None:
    assert set(filled(ORGANIZATION, name=name).errors) == {"name"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("example.org", "https://example.org"),
        (" www.example.org/who we are ".replace(" we are", ""), "https://www.example.org/who"),
        ("http://example.org", "http://example.org"),
        ("https://ñandú.example/é", "https://ñandú.example/é"),
    ],
)
def test_websites_are_understood_as_people_write_them(typed: str, kept: str) -> None:
    form = filled(ORGANIZATION, website=typed)

    assert form.is_valid(), form.errors
    assert form.as_facts().website == kept


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "mailto:rosa@example.org",
        "rosa@example.org",
        "https://user:secret@example.org",
        "http://127.0.0.1/",
        "http://[::1]/",
        "localhost",
        "https://example.org/a b",
        "not a website",
        "https://",
        "x." * 1000,
    ],
)
def test_what_is_no_public_website_is_refused(typed: str) -> None:
    assert set(filled(ORGANIZATION, website=typed).errors) == {"website"}


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"who": ""}, {"who"}),
        ({"who": "robot"}, {"who"}),
        ({"scope": ""}, {"scope", "places"}),
        ({"scope": "galactic"}, {"scope"}),
        ({"places": ["IL", "XX"]}, {"places"}),
        ({"kind": ""}, {"kind"}),
        ({"languages": ["es", "tlh"]}, {"languages"}),
        ({"contact_name": ""}, {"contact_name"}),
        ({"email": "rosa"}, {"email"}),
        ({"may_sign": ""}, {"may_sign"}),
    ],
)
def test_each_answer_that_is_missing_or_strange_is_named(
    typed: dict[str, Any], wrong: set[str]
) -> None:
    typed = {"places": ORGANIZATION["places"], **typed}

    assert set(filled(ORGANIZATION, **typed).errors) <= wrong
    assert not filled(ORGANIZATION, **typed).is_valid()


def test_a_person_agrees_to_be_listed() -> None:
    assert set(filled(PERSON, own_name="").errors) == {"own_name"}


def test_nothing_typed_is_an_error_at_every_question_for_organizations() -> None:
    asked = {"who", "name", "kind", "email", "scope"}

    assert asked <= set(JoinForm(MultiValueDict(), version=None).errors)


def test_consent_is_asked_for_where_an_organization_wants_to_write() -> None:
    asking = PublishedStatementFactory()
    silent = PublishedStatementFactory(statement=StatementFactory(organisation=None))

    form = JoinForm(version=asking)

    assert form.fields["consent"].label == asking.consent_text
    assert "checked" not in str(form["consent"])
    assert "consent" not in JoinForm(version=silent).fields


@pytest.mark.parametrize(
    ("locale", "first"), [("en", "Alabama"), ("es", "Alabama"), ("ar", "أركنساس")]
)
def test_places_stand_in_the_readers_own_order(locale: str, first: str) -> None:
    with translation.override(locale):
        choices = [str(name) for _code, name in JoinForm(version=None).fields["places"].choices]

    assert choices[0] == first
    assert len(choices) == 57


def test_boxes_stay_folded_and_name_what_is_ticked_unless_something_is_wrong() -> None:
    empty = str(JoinForm(version=None)["places"])
    ticked = str(filled(ORGANIZATION)["places"])
    wrong = str(filled(ORGANIZATION, places=[])["places"])

    assert "<details" in empty
    assert " open>" not in empty
    assert " open>" not in ticked
    assert '<span class="ticks__ticked">Illinois</span>' in ticked
    assert " open>" in wrong
