"""Catalogues are extracted, compiled and checked by Python alone, and lose no translation."""

import gettext
import os
from pathlib import Path

import polib
import pytest

from locales.catalogues.checking import gaps
from locales.catalogues.compiling import compile_all
from locales.catalogues.extracting import extracted
from locales.catalogues.places import catalogue, translated_languages
from locales.catalogues.updating import update

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext


class Form:
    label = _("Full name")
    help_text = _(
        "As you would "
        "write it."
    )

    def count(self, number):
        # Translators: shown under the progress bar
        return ngettext("%(count)s signature", "%(count)s signatures", number)

    month = pgettext("month", "May")
    not_for_people = "internal"
"""

TEMPLATE = """
{% load i18n %}
<section>
    <h1>{% translate "Sign now" %}</h1>
    {% trans "May" context "month" as month %}
        {% if x %}<p title='{% translate 'Close' %}'>It's {{ x|default:_("nobody") }}</p>{% endif %}
    {% include "other.html" with label=_("Full name") only %}
    {% blocktranslate trimmed with goal=page.goal %}
        Help us reach {{ goal }},
        it is 100% yours.
    {% endblocktranslate %}
    {% blocktranslate count counter=number trimmed %}
        {{ counter }} person
    {% plural %}
        {{ counter }} people
    {% endblocktranslate %}
    {# a note with an apostrophe: don't #}
    {% comment %}{% translate "Never shown" %}{% endcomment %}
</section>
"""


@pytest.fixture
def product(tmp_path: Path) -> Path:
    """A small product with one Python file and one template."""
    (tmp_path / "alerts").mkdir()
    (tmp_path / "alerts" / "forms.py").write_text(PYTHON)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE)
    return tmp_path


def translate_all(root: Path) -> None:
    """Fill every gap of every catalogue with something that fits."""
    for code in translated_languages():
        po = polib.pofile(str(catalogue(code, root)))
        for entry in po:
            if entry.msgid_plural:
                forms = entry.msgstr_plural
                entry.msgstr_plural = dict.fromkeys(forms, f"{code} {entry.msgid_plural}")
            else:
                entry.msgstr = f"{code} {entry.msgid}"
        po.save()


def edit(root: Path, code: str, text: str, **changes: object) -> None:
    """Change one entry of a catalogue."""
    po = polib.pofile(str(catalogue(code, root)))
    [entry] = [entry for entry in po if entry.msgid == text]
    for name, value in changes.items():
        setattr(entry, name, value)
    po.save()


def complete(root: Path) -> None:
    update(root)
    translate_all(root)


def test_every_way_of_marking_a_string_is_found(product: Path) -> None:
    found = {(word.context, word.text, word.plural) for word in extracted(product)}
    assert found == {
        (None, "Full name", ""),
        (None, "As you would write it.", ""),
        (None, "%(count)s signature", "%(count)s signatures"),
        ("month", "May", ""),
        (None, "Sign now", ""),
        (None, "Close", ""),
        (None, "nobody", ""),
        (None, "Help us reach %(goal)s, it is 100%% yours.", ""),
        (None, "%(counter)s person", "%(counter)s people"),
    }


def test_a_string_of_two_files_is_one_entry_that_names_both(product: Path) -> None:
    [word] = [word for word in extracted(product) if word.text == "Full name"]
    assert word.files == ["alerts/forms.py", "templates/page.html"]


def test_a_note_to_the_translators_reaches_them(product: Path) -> None:
    update(product)
    po = polib.pofile(str(catalogue("es", product)))
    entry = po.find("%(count)s signature")
    assert entry is not None
    assert entry.comment == "shown under the progress bar"
    assert "python-format" in entry.flags


def test_an_update_without_new_words_changes_nothing(product: Path) -> None:
    complete(product)
    update(product)
    before = catalogue("ar", product).read_bytes()
    assert update(product) == []
    (product / "alerts" / "forms.py").write_text("\n\n\n" + PYTHON)
    assert update(product) == []
    assert catalogue("ar", product).read_bytes() == before


def test_an_update_keeps_translations_and_drops_words_no_longer_used(product: Path) -> None:
    complete(product)
    (product / "alerts" / "forms.py").write_text(PYTHON.replace("Full name", "Your name"))
    (product / "templates" / "page.html").write_text('{% load i18n %}{% translate "Sign now" %}')
    update(product)
    po = polib.pofile(str(catalogue("es", product)))
    assert po.find("Sign now").msgstr == "es Sign now"
    assert po.find("Your name").msgstr == ""
    assert po.find("Full name") is None
    assert po.find("%(count)s signature").msgstr_plural[0] == "es %(count)s signatures"


def test_a_complete_catalogue_has_no_gaps(product: Path) -> None:
    complete(product)
    update(product)
    assert gaps(product) == []


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"msgstr": ""}, "not translated"),
        ({"flags": ["fuzzy"]}, "marked as fuzzy"),
        ({"msgstr": "Ayúdanos a llegar a %(meta)s, es 100%% tuyo."}, "its placeholders differ"),
        ({"msgstr": "Ayúdanos a llegar, es tuyo."}, "its placeholders differ"),
        ({"msgstr": "<b>%(goal)s</b> 100%%"}, "its tags differ"),
        ({"msgstr": "%(goal)s 100%%\n"}, "new line in one of both only"),
        ({"msgid": "Something else"}, "not in the catalogue"),
    ],
)
def test_each_kind_of_gap_is_named_with_its_file(
    product: Path, changes: dict[str, object], complaint: str
) -> None:
    complete(product)
    edit(product, "es", "Help us reach %(goal)s, it is 100%% yours.", **changes)
    found = gaps(product)
    assert any(complaint in line for line in found)
    assert all(line.startswith("locales/es/LC_MESSAGES/django.po: ") for line in found)
    assert any("templates/page.html" in line for line in found)


@pytest.mark.parametrize(
    ("forms", "complaint"),
    [
        ({0: "uno", 1: "%(count)s firmas"}, ""),
        ({0: "%(count)s", 1: ""}, "not all plural forms"),
        ({0: "%(count)s"}, "has 1 plural forms, not 2"),
        ({0: "%(total)s", 1: "%(count)s"}, "has %(total)s, which the original has not"),
        ({0: "una", 1: "muchas"}, "its placeholders differ"),
    ],
)
def test_plurals_must_have_all_forms_and_the_last_all_placeholders(
    product: Path, forms: dict[int, str], complaint: str
) -> None:
    complete(product)
    edit(product, "es", "%(count)s signature", msgstr_plural=forms)
    found = gaps(product)
    assert complaint in found[0] if complaint else found == []


def test_a_language_without_a_catalogue_is_a_gap(product: Path) -> None:
    complete(product)
    catalogue("ar", product).unlink()
    message = "locales/ar/LC_MESSAGES/django.po: the catalogue is missing; make messages"
    assert gaps(product) == [message]


def test_a_wrong_plural_rule_is_a_gap(product: Path) -> None:
    complete(product)
    path = catalogue("ar", product)
    path.write_text(path.read_text().replace("nplurals=6", "nplurals=2"))
    assert "Plural-Forms" in gaps(product)[0]


def test_arabic_gets_its_six_forms(product: Path) -> None:
    update(product)
    entry = polib.pofile(str(catalogue("ar", product))).find("%(count)s signature")
    assert len(entry.msgstr_plural) == 6


def test_compiled_words_can_be_read_and_are_compiled_anew_only_when_changed(product: Path) -> None:
    complete(product)
    assert compile_all(product) == [catalogue(code, product) for code in translated_languages()]
    assert compile_all(product) == []
    words = gettext.translation("django", product / "locales", ["es"])
    assert words.gettext("Sign now") == "es Sign now"
    assert words.pgettext("month", "May") == "es May"
    assert words.ngettext("%(counter)s person", "", 2) == "es %(counter)s people"
    edit(product, "es", "Sign now", msgstr="Firma ya")
    later = catalogue("es", product).with_suffix(".mo").stat().st_mtime_ns + 10**9
    os.utime(catalogue("es", product), ns=(later, later))
    assert compile_all(product) == [catalogue("es", product)]
