"""The PDFs of a packet: complete, in every script, and never with a glyph that is missing."""

import json
import sys
import unicodedata
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from alerts.petitions.models import Packet
from alerts.petitions.models.settings import Shown
from alerts.petitions.packet import fonts, pdf, typesetting
from alerts.petitions.packet.fonts import undrawable_scripts
from alerts.petitions.packet.pdf import letter_pdf, volume_pdf
from alerts.petitions.packet.typesetting import NotSet, list_fonts
from alerts.supporters.fields import NameField
from tests.factories.petitions import PublishedPetitionFactory
from tests.support.packets import approve, made, shown_petition, sign
from tests.support.pdf_text import drawn_characters

pytestmark = pytest.mark.django_db

EVERY_SCRIPT = (
    "Ana Ruiz",
    "محمد علي",
    "王小明",
    "김민수",
    "山田たろう",
    "Nguyễn Thị Ánh",
    "अनीता शर्मा",
    "አበበ ቢቂላ",
    "Ольга Орлова",
    "דוד לוי",
    "สมชาย ใจดี",
    "Ana 😀",
    "Ana #strong[x] $y$ *z*",
    "\u0628\u0651\u064e\u0627\u0633\u0645",
)


@pytest.fixture
def documents(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What was given to the typesetter, which sets it as always."""
    given: list[dict[str, Any]] = []

    def keep(document: dict[str, Any]) -> bytes:
        given.append(document)
        return typesetting.set_document(document)

    monkeypatch.setattr(pdf, "set_document", keep)
    return given


def words(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False)


def is_odd(char: str) -> bool:
    """Whether it is a mark, a space, or a sign that shapes others."""
    return unicodedata.category(char) in {"Cf", "Zs", "Mn", "Mc", "Me", "Lm", "Sk"}


def is_name(text: str) -> bool:
    """Whether the form takes it."""
    try:
        NameField().clean(text)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_no_glyph_is_missing_whatever_the_script(
    locale: str, documents: list[dict[str, Any]]
) -> None:
    """Every letter for which a font is here is drawn; the others, and no more, are named."""
    known = [name for name in EVERY_SCRIPT if not undrawable_scripts([name])]
    version = shown_petition()
    for name in EVERY_SCRIPT:
        sign(version, name=name)

    packet = made(version.petition, locale=locale, addressee="مجلس المدينة")
    drawn = drawn_characters(volume_pdf(packet, 1))

    assert packet.scripts == sorted(undrawable_scripts(EVERY_SCRIPT))
    assert {*"".join(known)} - {" "} <= drawn
    bracketed = [text for text in documents[0]["blocks"][-1]["names"] if "[" in text]
    assert len(bracketed) == len(EVERY_SCRIPT) - len(known) + 1
    assert letter_pdf(packet, safe=False).startswith(b"%PDF-")


def test_every_invisible_or_joining_character_of_a_name_is_set() -> None:
    """One signer must not make a volume impossible: a mark or sign that no font has is named."""
    version = shown_petition()
    texts = [f"Ana{chr(code)}Ruiz" for code in range(sys.maxunicode + 1) if is_odd(chr(code))]
    texts = [text for text in texts if is_name(text)]
    version_of_all = pdf._pdf(
        Packet(locale="en", made_at=timezone.now()),
        version,
        [pdf.parts_of.names(texts, start=1, columns=3)],
    )

    assert len(texts) > 2_000
    assert version_of_all.startswith(b"%PDF-")


def test_the_standard_would_refuse_a_missing_glyph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alerts.petitions.packet.document.drawable", str)
    version = shown_petition()
    sign(version, name="\U000f0000 nobody draws this")

    packet = made(version.petition)

    with pytest.raises(NotSet) as refused:
        volume_pdf(packet, 1)
    assert "nobody" not in str(refused.value)


def test_the_letter_has_words_numbers_and_chosen_reasons(documents: list[dict[str, Any]]) -> None:
    version = shown_petition(statement="<p>Open it &amp; keep it.</p><p>Every day.</p>")
    (first, second) = sign(version, 2, reason="My children play there.", reason_state="waiting")
    sign(version, 5)
    for row in (first, second):
        approve(row)
    packet = made(version.petition, reasons=[str(first.pk)])

    letter_pdf(packet, safe=False)

    (document,) = documents
    texts = [block.get("text") for block in document["blocks"]]
    assert "To: The city council" in texts
    assert "Open it & keep it." in texts
    assert "Every day." in texts
    assert "Signatures: 7" in texts
    assert texts.count("My children play there.") == 1
    tables = [block["rows"] for block in document["blocks"] if block["kind"] == "table"]
    assert tables == [[["Illinois", "7"]], [["English", "7"]]]


def test_the_letter_is_what_staff_wrote(documents: list[dict[str, Any]]) -> None:
    packet = made(shown_petition().petition, letter="Dear mayor,\n\nplease open it.")

    letter_pdf(packet, safe=False)

    texts = [block.get("text") for block in documents[0]["blocks"]]
    assert texts[1:3] == ["Dear mayor,", "please open it."]


def test_a_standard_letter_is_in_the_language_of_the_packet(
    documents: list[dict[str, Any]],
) -> None:
    version = shown_petition()
    PublishedPetitionFactory(
        petition=version.petition, locale="ar", words={"title": "افتحوا طريق النهر"}
    )

    letter_pdf(made(version.petition, locale="ar"), safe=False)

    (document,) = documents
    assert (document["title"], document["direction"]) == ("افتحوا طريق النهر", "rtl")


def test_words_that_are_not_translated_keep_their_language_and_it_is_said(
    documents: list[dict[str, Any]],
) -> None:
    letter_pdf(made(shown_petition().petition, locale="es"), safe=False)

    (document,) = documents
    statement = next(b for b in document["blocks"] if "every day" in str(b.get("text")))
    said = next(b for b in document["blocks"] if "English" in str(b.get("text")))
    assert (statement["language"], said["language"]) == ("en", "es")
    assert document["language"] == "es"
    assert document["title_spoken"] == {"language": "en", "direction": "ltr"}


def test_words_in_the_language_of_the_packet_need_no_remark(
    documents: list[dict[str, Any]],
) -> None:
    letter_pdf(made(shown_petition().petition), safe=False)

    assert "not been translated" not in words(documents[0])


def test_a_packet_without_names_quotes_without_names(documents: list[dict[str, Any]]) -> None:
    version = shown_petition()
    (row, *_others) = sign(version, 6, reason="My children play there.", name="Ana Ruiz")
    approve(row)
    packet = made(version.petition, reasons=[str(row.pk)], with_names=False)

    letter_pdf(packet, safe=False)

    (quote,) = [block for block in documents[0]["blocks"] if block["kind"] == "quote"]
    assert quote["text"] == "My children play there."
    assert "Illinois" in quote["signer"]
    assert "Ana" not in words(documents[0])


def test_a_reason_may_stand_without_any_signer(documents: list[dict[str, Any]]) -> None:
    version = shown_petition()
    (row,) = sign(version, reason="My children play there.")
    approve(row)
    packet = made(version.petition, reasons=[str(row.pk)], with_names=False)

    assert letter_pdf(packet, safe=False).startswith(b"%PDF-")
    (quote,) = [block for block in documents[0]["blocks"] if block["kind"] == "quote"]
    assert quote["signer"] == ""


def test_the_volume_of_a_letter_has_roles_and_how_they_are_meant(
    documents: list[dict[str, Any]],
) -> None:
    version = shown_petition(Shown.LISTED)
    role = {"title": "Deacon", "organisation": "River Church", "city": "Cheyenne"}
    sign(version, name="Bo Okafor", agreed=Shown.LISTED, region="WY", **role)
    packet = made(version.petition)

    assert volume_pdf(packet, 1).startswith(b"%PDF-")
    (line,) = documents[0]["blocks"][-1]["names"]
    for part in ("Bo Okafor", "Deacon", "River Church", "Cheyenne", "Wyoming"):
        assert part in line
    assert "Organizations are named for identification purposes only." in words(documents[0])

    letter_pdf(packet, safe=False)
    assert "1 person has signed the letter" in words(documents[1])


def test_safety_mode_leaves_out_reasons_and_places(documents: list[dict[str, Any]]) -> None:
    version = shown_petition()
    (row, *_others) = sign(version, 6, reason="My children play there.")
    approve(row)
    packet = made(version.petition, reasons=[str(row.pk)])

    letter_pdf(packet, safe=True)

    assert "My children" not in words(documents[0])
    assert "Illinois" not in words(documents[0])


def test_what_could_not_be_drawn_is_named_in_the_volume(
    documents: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "found_fonts", lambda: (fonts.Font("Libertinus Serif", None, 0),))
    fonts._can_draw.cache_clear()
    version = shown_petition()
    sign(version, name="王小明")
    packet = made(version.petition)

    volume_pdf(packet, 1)
    fonts._can_draw.cache_clear()

    assert packet.scripts == ["Hani"]
    assert "[Han]" in words(documents[0])
    assert "could not be printed (Han)" in words(documents[0])


def test_a_volume_numbers_its_names_on(
    documents: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alerts.petitions.packet.names.VOLUME", 2)
    version = shown_petition()
    sign(version, 3)

    volume_pdf(made(version.petition), 2)

    assert documents[0]["blocks"][-1]["start"] == 3
    assert len(documents[0]["blocks"][-1]["names"]) == 1


def test_five_thousand_names_make_one_volume(documents: list[dict[str, Any]]) -> None:
    texts = [f"Ana Ruiz {number}, محمد" for number in range(5_000)]
    block = pdf.parts_of.names(texts, start=1, columns=3)
    with translation.override("en"):
        whole = pdf._pdf(Packet(locale="en"), shown_petition(), [block])

    assert whole.startswith(b"%PDF-")


def test_a_typesetter_that_does_not_start_is_said_without_a_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    version = shown_petition()
    sign(version)
    packet = made(version.petition)
    monkeypatch.setattr(typesetting, "PROGRAM", typesetting.PROGRAM.with_name("missing.py"))

    with pytest.raises(NotSet, match=r"^CalledProcessError$"):
        volume_pdf(packet, 1)


def test_folders_of_the_settings_are_looked_through(settings: Any, tmp_path: object) -> None:
    settings.FONT_FOLDERS = [str(tmp_path)]

    assert any(family == "Libertinus Serif" for family, _path, _index in list_fonts())
