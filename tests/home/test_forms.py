"""Forms are drawn so that every question, hint and error is found by eye, ear and keyboard."""

import re

from django import forms


class AskForm(forms.Form):
    name = forms.CharField(label="Full name")
    email = forms.EmailField(label="Email", help_text="We send one message.")
    note = forms.CharField(required=False, max_length=40, widget=forms.Textarea)
    consent = forms.BooleanField(label="You may write to me", required=False)
    district = forms.ChoiceField(
        label="Your district", choices=[("4", "Four"), ("7", "Seven")], widget=forms.RadioSelect
    )
    step = forms.CharField(widget=forms.HiddenInput)


def drawn(**typed: str) -> str:
    return str(AskForm(typed or None))


def tag_with_id(html: str, name: str) -> str:
    found = re.search(rf'<[^>]*\bid="{name}"[^>]*>', html)
    assert found, f"nothing has the id {name}"
    return found[0]


def test_an_untouched_form_shows_no_error_summary() -> None:
    assert "data-problems" not in drawn()


def test_every_error_in_the_summary_leads_to_something_on_the_page() -> None:
    html = drawn(email="amal at home", step="find")
    targets = re.findall(r'<a href="#([^"]+)"', html)
    assert targets == ["id_name", "id_email", "id_district_0"]
    for target in targets:
        tag_with_id(html, target)


def test_a_hint_and_an_error_are_both_read_with_their_field() -> None:
    html = drawn(email="amal at home")
    field = tag_with_id(html, "id_email")
    assert 'aria-invalid="true"' in field
    described = re.search(r'aria-describedby="([^"]+)"', field)
    assert described
    assert described[1].split() == ["id_email_helptext", "id_email_error"]
    for part in described[1].split():
        tag_with_id(html, part)


def test_what_was_typed_is_kept_and_escaped() -> None:
    html = drawn(name='"><script>alert(1)</script>', email="x")
    assert "&quot;&gt;&lt;script&gt;" in html
    assert "<script>alert" not in html


def test_a_wrong_hidden_field_is_told_without_a_link_to_nowhere() -> None:
    html = drawn(name="Amal", email="a@example.org", district="4")
    assert "#id_step" not in html
    assert "This field is required." in html


def test_choices_are_a_group_with_a_legend() -> None:
    html = drawn()
    group = html[html.index("<fieldset") : html.index("</fieldset>")]
    assert re.search(r"<legend[^>]*>Your district", group)


def test_only_questions_that_may_stay_empty_are_marked_optional() -> None:
    html = drawn()
    assert html.count("(optional)") == 1
    assert html.index("(optional)") > html.index("Note")
