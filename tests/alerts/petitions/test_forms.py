"""The form: the same for everyone, with consent apart and unticked."""

import pytest

from alerts.petitions.forms import SignatureForm
from tests.factories.petitions import PublishedPetitionFactory

pytestmark = pytest.mark.django_db
TYPED = {"name": " Ana Ruiz ", "email": "Ana@example.org", "zip": "٦٠٦١٤"}


def test_the_form_returns_what_signing_needs() -> None:
    form = SignatureForm(TYPED, version=PublishedPetitionFactory())
    assert form.is_valid()
    assert form.cleaned_data == {
        "name": "Ana Ruiz",
        "email": "Ana@example.org",
        "zip": "60614",
        "consent": False,
    }


def test_consent_is_unticked_and_says_what_the_version_says() -> None:
    version = PublishedPetitionFactory()
    box = SignatureForm(version=version)["consent"]
    assert box.label == version.fields["consent_text"]
    assert "checked" not in str(box)


@pytest.mark.parametrize(
    "change", [{"petition__organisation": None}, {"words": {"consent_text": ""}}]
)
def test_without_somebody_to_consent_to_there_is_no_box(change: dict[str, object]) -> None:
    form = SignatureForm({**TYPED, "consent": "on"}, version=PublishedPetitionFactory(**change))
    assert form.is_valid()
    assert "consent" not in form.cleaned_data


def test_what_was_typed_stays_beside_what_to_do_about_it() -> None:
    form = SignatureForm({"name": "=Ana", "email": "ana @example.org", "zip": "1"})
    assert set(form.errors) == {"name", "email", "zip"}
    assert 'value="ana @example.org"' in str(form["email"])
