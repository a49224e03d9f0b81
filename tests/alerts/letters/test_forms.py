"""The three steps: forgiving about writing, strict about gaps."""

import pytest

from alerts.letters.forms import ComposeForm, PlaceForm, ZipForm
from alerts.letters.models import Message
from alerts.letters.services import send_message
from alerts.officials.models import Official
from tests.factories.letters import (
    FormOfficialFactory,
    MailedOfficialFactory,
    PublishedLetterFactory,
)

TYPED = {
    "zip": "60614",
    "state": "IL",
    "district": "IL-9",
    "name": "Ana Ruiz",
    "email": "ana@example.org",
    "city": "Chicago",
    "subject": "The river",
    "body": "Dear {{title of the official}} {{recipient_name}}, from {{your city}}.",
}


def compose(*officials: Official, **typed: str) -> ComposeForm:
    return ComposeForm(
        {**TYPED, **typed},
        version=PublishedLetterFactory(),
        officials=officials or (MailedOfficialFactory(),),
    )


def test_a_zip_form_wants_a_zip() -> None:
    assert ZipForm({"zip": " 60614-1234 "}).is_valid()
    assert "zip" in ZipForm({"zip": "Chicago"}).errors


def test_a_state_is_chosen_from_those_of_the_zip() -> None:
    states = [("TN", "Tennessee"), ("KY", "Kentucky")]
    assert PlaceForm({"zip": "42223", "state": "TN"}, states=states).is_valid()
    for state in ("", "TX"):
        form = PlaceForm({"zip": "42223", "state": state}, states=states)
        assert form.errors["state"] == ["Please choose one of these."]


def test_a_representative_is_chosen_with_the_state_carried_along() -> None:
    districts = [("IL-5", "Luis Mora, district 5"), ("IL-9", "Rosa Vega, district 9")]
    form = PlaceForm({"zip": "60614", "state": "IL", "district": "IL-9"}, districts=districts)
    assert form.is_valid()
    assert form.cleaned_data == {"zip": "60614", "state": "IL", "district": "IL-9"}
    assert [field.name for field in form.visible_fields()] == ["district"]


@pytest.mark.django_db
def test_the_letter_starts_from_published_words_shown_to_a_reader() -> None:
    version = PublishedLetterFactory()
    html = str(ComposeForm(version=version, officials=[MailedOfficialFactory()]))
    assert "{{name of the official}}" in html
    assert "recipient_name" not in html


@pytest.mark.django_db
def test_where_nobody_is_reached_by_mail_no_address_is_asked_for() -> None:
    form = compose(FormOfficialFactory())
    assert {"email", "consent"}.isdisjoint(form.fields)
    assert form.is_valid()
    assert form.as_message()["email"] == ""
    assert form.as_message()["consents"] is False


@pytest.mark.django_db
def test_one_official_with_an_address_is_enough_to_ask_for_the_writers() -> None:
    form = compose(FormOfficialFactory(), MailedOfficialFactory(), email="")
    assert form.errors["email"] == ["Please write your email address."]


@pytest.mark.django_db
def test_consent_is_unticked_and_stands_with_the_published_sentence() -> None:
    form = compose()
    said = "River Neighbours may write to me about the river."
    assert str(form.fields["consent"].label).endswith(said)
    assert form.is_valid()
    assert form.as_message()["consents"] is False


@pytest.mark.django_db
def test_without_an_organisation_there_is_no_consent_to_tick() -> None:
    version = PublishedLetterFactory(letter__organisation=None)
    form = ComposeForm(version=version, officials=[MailedOfficialFactory()])
    assert "consent" not in form.fields


@pytest.mark.django_db
def test_what_was_typed_goes_into_the_service_as_it_is() -> None:
    version, rosa = PublishedLetterFactory(), MailedOfficialFactory(name="Rosa Vega")
    form = ComposeForm(TYPED, version=version, officials=[rosa])
    assert form.is_valid()
    written = send_message(version=version, officials=[rosa], **form.as_message())
    assert written.waiting[0].body == "Dear Representative Rosa Vega, from Chicago."
    assert Message.objects.get().region == "IL"


@pytest.mark.django_db
def test_a_missing_city_is_asked_for_beside_the_city() -> None:
    form = compose(city="")
    assert form.errors == {
        "city": ["Please write your city, or take “{{your city}}” out of your letter."]
    }


@pytest.mark.django_db
def test_a_city_that_the_letter_does_not_need_may_stay_empty() -> None:
    assert compose(city="", body="Save the river.").is_valid()


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["subject", "body"])
def test_a_gap_is_named_beside_its_field_and_the_text_is_kept(field: str) -> None:
    form = compose(**{field: "I am {{your age}}."})
    assert form.errors == {
        field: ["Please replace “{{your age}}” with your own words, or delete it."]
    }
    assert "I am {{your age}}." in str(form[field])


@pytest.mark.django_db
def test_several_gaps_are_named_together() -> None:
    form = compose(body="{{a}} {{b}} {{constituent_state}}", state="")
    message = "Please replace these with your own words, or delete them: {{a}} {{b}} {{your state}}"
    assert form.errors == {"body": [message]}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Ana\r\nBcc: x@example.org"),
        ("name", "=HYPERLINK(1)"),
        ("name", ""),
        ("email", "ana@example.org\nBcc: x@example.org"),
        ("email", "ana ruiz@example.org"),
        ("city", "Chi\u202ecago"),
        ("subject", "The river\r\nBcc: x@example.org"),
        ("subject", ""),
        ("body", "x" * 1_000_000),
        ("body", "hidden \u202e text"),
        ("zip", "6061"),
        ("state", "ILL"),
        ("district", "x" * 9),
    ],
)
def test_what_no_honest_letter_contains_gets_one_sentence_beside_its_field(
    field: str, value: str
) -> None:
    form = compose(**{field: value})
    assert list(form.errors) == [field]
    assert len(form.errors[field]) == 1


@pytest.mark.django_db
def test_fields_tell_the_browser_what_belongs_in_them() -> None:
    html = str(compose())
    for token in ("name", "email", "address-level2"):
        assert f'autocomplete="{token}"' in html


@pytest.mark.django_db
def test_what_the_visitor_said_before_is_carried_in_the_form_not_in_an_address() -> None:
    form = compose()
    assert [field.name for field in form.hidden_fields()] == ["zip", "state", "district", "key"]
