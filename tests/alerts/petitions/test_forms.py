"""The form: the same for everyone, with consent apart and unticked."""

from typing import Any

import pytest

from alerts.petitions.forms import SignatureForm
from alerts.petitions.models import PublishedPetition
from tests.factories.petitions import WORDS, PublishedPetitionFactory

pytestmark = pytest.mark.django_db
TYPED = {"name": " Ana Ruiz ", "email": "Ana@example.org", "zip": "٦٠٦١٤"}


def published(**settings: object) -> PublishedPetition:
    """Words of a petition with these ``settings``."""
    made: PublishedPetition = PublishedPetitionFactory(
        **{f"petition__{name}": value for name, value in settings.items()}
    )
    return made


def filled(version: PublishedPetition, **typed: str) -> SignatureForm:
    return SignatureForm(TYPED | typed, version=version)


def test_the_form_returns_what_signing_needs() -> None:
    form = filled(published())
    assert form.is_valid()
    entry = form.entry()
    assert (entry.name, entry.email) == ("Ana Ruiz", "Ana@example.org")
    assert (entry.zip, entry.country, entry.region) == ("60614", "US", "IL")
    assert (entry.shows_name, entry.shown_as, entry.wants_news) == (False, "nothing", False)
    assert not any((entry.city, entry.phone, entry.title, entry.organisation, entry.reason))


def test_consent_is_unticked_and_says_what_the_version_says() -> None:
    version = PublishedPetitionFactory()
    box = SignatureForm(version=version)["consent"]
    assert box.label == version.consent_text
    assert "checked" not in str(box)


@pytest.mark.parametrize(
    "change", [{"petition__organisation": None}, {"words": {"consent_text": ""}}]
)
def test_without_somebody_to_consent_to_there_is_no_box(change: dict[str, object]) -> None:
    version = PublishedPetitionFactory(**change)
    form = SignatureForm({**TYPED, "consent": version.consent_key}, version=version)
    assert form.is_valid()
    assert "consent" not in form.cleaned_data


def test_what_was_typed_stays_beside_what_to_do_about_it() -> None:
    form = SignatureForm({"name": "=Ana", "email": "ana @example.org", "zip": "1"})
    assert set(form.errors) == {"name", "email", "zip"}
    assert 'value="ana @example.org"' in str(form["email"])


FIELDS = {
    "asks_city": {"city": "Chicago"},
    "asks_phone": {"phone": "312 555 0100"},
    "asks_role": {"title": "Rabbi", "organisation": "Temple Beth Or"},
    "asks_reason": {"reason": "My neighbours are afraid."},
}


@pytest.mark.parametrize(("setting", "typed"), FIELDS.items())
def test_a_field_that_is_switched_on_is_kept(setting: str, typed: dict[str, str]) -> None:
    for asked in ("may", "must"):
        form = filled(published(**{setting: asked}), **typed)
        assert form.is_valid()
        assert {name: getattr(form.entry(), name) for name in typed} == typed


@pytest.mark.parametrize(("setting", "typed"), FIELDS.items())
def test_a_field_that_is_not_asked_for_is_not_read(setting: str, typed: dict[str, str]) -> None:
    form = filled(published(**{setting: "no"}), **typed)
    assert form.is_valid()
    assert not any(getattr(form.entry(), name) for name in typed)


@pytest.mark.parametrize(("setting", "typed"), FIELDS.items())
def test_an_editor_may_let_a_field_be_empty_or_not(setting: str, typed: dict[str, str]) -> None:
    assert filled(published(**{setting: "may"})).is_valid()
    assert set(filled(published(**{setting: "must"})).errors) == set(typed)


def test_who_lives_abroad_needs_no_zip_code() -> None:
    form = filled(published(), zip="", country="MX")
    assert form.is_valid()
    assert (form.entry().country, form.entry().zip, form.entry().region) == ("MX", "", "")


@pytest.mark.parametrize("zip_code", ["60614", "SW1A 1AA", "?"])
def test_a_postal_code_abroad_is_no_zip_code(zip_code: str) -> None:
    form = filled(published(), zip=zip_code, country="GB", postal_code=" sw1a 1aa ")
    assert form.is_valid()
    assert (form.entry().zip, form.entry().region) == ("sw1a 1aa", "")


@pytest.mark.parametrize("country", ["", "US"])
def test_at_home_the_zip_code_is_asked_for(country: str) -> None:
    form = filled(published(), zip="", country=country, postal_code="=1+1")
    assert set(form.errors) == {"zip"}


@pytest.mark.parametrize("country", ["XX", "ZZ", "mx", "PR", "x" * 100_000])
def test_a_country_that_is_not_offered_is_refused(country: str) -> None:
    form = filled(published(), country=country)
    assert "country" in form.errors
    assert form.is_elsewhere


def test_the_signers_own_mayor_is_found_by_the_city() -> None:
    version = PublishedPetitionFactory(words={"own_mayor": "yes"})
    assert set(filled(version).errors) == {"city"}
    assert filled(version, city="Chicago").is_valid()


def test_words_published_before_there_were_mayors_ask_for_no_city() -> None:
    words = {name: text for name, text in WORDS.items() if name != "own_mayor"}
    assert filled(PublishedPetitionFactory(fields=words)).is_valid()


@pytest.mark.parametrize(
    ("shows", "label"), [("first", "Show my first name"), ("full", "Show my full name")]
)
def test_the_box_says_what_would_be_shown(shows: str, label: str) -> None:
    version = published(shows=shows)
    assert str(filled(version)["shows_name"].label).startswith(label)
    assert "checked" not in str(SignatureForm(version=version)["shows_name"])

    form = filled(version, shows_name=shows)

    assert form.is_valid()
    assert (form.entry().shows_name, form.entry().shown_as) == (True, shows)


def test_who_agreed_to_less_is_not_shown_with_more() -> None:
    form = filled(published(shows="full"), shows_name="first")
    assert form.is_valid()
    assert (form.entry().shows_name, form.entry().shown_as) == (False, "nothing")
    assert "checked" not in str(form["shows_name"])


@pytest.mark.parametrize("shows", ["first", "full", "list"])
def test_where_nobody_confirms_nobody_is_asked_to_be_shown_or_mailed(shows: str) -> None:
    version = published(shows=shows, confirms=False, asks_role="may")
    told = {"city": "Chicago", "title": "Rabbi", "organisation": "Temple Beth Or"}
    form = filled(version, shows_name=shows, wants_news="on", **told)
    assert form.is_valid()
    assert not {"shows_name", "wants_news"} & set(form.fields)
    entry = form.entry()
    assert (entry.shows_name, entry.shown_as, entry.wants_news) == (False, "nothing", False)


def test_where_nothing_is_shown_nobody_is_asked() -> None:
    form = filled(published(shows="nothing"), shows_name="nothing")
    assert form.is_valid()
    assert "shows_name" not in form.fields
    assert not form.entry().shows_name


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ({"title": "=cmd()"}, "begin with a letter"),
        ({"title": "https://spam.example"}, "leave out web addresses"),
        ({"organisation": "<script>"}, "without < and >"),
        ({"organisation": "\u202eeman"}, "cannot be seen"),
        ({"city": "x" * 121}, "at most 120"),
        ({"phone": "call me"}, "with digits"),
        ({"reason": "Win at www.spam.example"}, "leave out addresses of web pages"),
        ({"reason": "x" * 501}, "shorten it to 500"),
        ({"reason": "a\u202eb"}, "cannot be seen"),
        ({"country": "GB", "postal_code": "=1"}, "letters and digits"),
    ],
)
def test_what_cannot_be_taken_is_answered_beside_its_field(
    typed: dict[str, str], answer: str
) -> None:
    form = filled(published(**dict.fromkeys(FIELDS, "may")), **typed)
    field = list(typed)[-1]
    assert set(form.errors) == {field}
    assert answer in " ".join(form.errors[field])


def test_every_field_tells_the_browser_what_belongs_there() -> None:
    form: Any = SignatureForm(version=published(**dict.fromkeys(FIELDS, "may")))
    tokens = {
        name: field.widget.attrs["autocomplete"]
        for name, field in form.fields.items()
        if "autocomplete" in field.widget.attrs
    }
    assert tokens == {
        "name": "name",
        "title": "organization-title",
        "organisation": "organization",
        "email": "email",
        "phone": "tel",
        "city": "address-level2",
        "zip": "postal-code",
        "country": "country",
        "postal_code": "postal-code",
        "reason": "off",
        "website": "off",
    }


def test_two_petitions_on_a_page_have_no_field_in_common() -> None:
    one, other = (SignatureForm(version=published()) for _ in range(2))
    assert one["name"].id_for_label != other["name"].id_for_label
