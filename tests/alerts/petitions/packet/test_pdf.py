"""The PDFs of a packet: complete, in every script, and never with a glyph that is missing."""

import json
from typing import Any

import pytest
from django.utils import translation

from alerts.petitions.models import Packet
from alerts.petitions.packet import fonts, pdf, typesetting
from alerts.petitions.packet.pdf import letter_pdf, volume_pdf
from alerts.petitions.packet.typesetting import NotSet, list_fonts
from tests.factories.petitions import PublishedPetitionFactory
from tests.support.packets import approve, made, shown_petition, sign

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
    "Ana 😀 #strong[x] $y$ *z*",
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


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_no_glyph_is_missing_whatever_the_script(locale: str) -> None:
    """The standard it is made by refuses a document with a missing glyph."""
    version = shown_petition()
    for name in EVERY_SCRIPT:
        sign(version, name=name)

    packet = made(version.petition, locale=locale, addressee="مجلس المدينة 市议会")

    assert volume_pdf(packet, 1).startswith(b"%PDF-")
    assert letter_pdf(packet, safe=False).startswith(b"%PDF-")


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


def test_words_that_are_not_translated_keep_their_language(
    documents: list[dict[str, Any]],
) -> None:
    letter_pdf(made(shown_petition().petition, locale="ar"), safe=False)

    statement = next(b for b in documents[0]["blocks"] if "every day" in str(b.get("text")))
    assert (statement["language"], statement["direction"]) == ("en", "ltr")


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
    for module in ("names", "pdf"):
        monkeypatch.setattr(f"alerts.petitions.packet.{module}.VOLUME", 2)
    version = shown_petition()
    sign(version, 3)

    volume_pdf(made(version.petition), 2)

    assert documents[0]["blocks"][-1]["start"] == 3
    assert len(documents[0]["blocks"][-1]["names"]) == 1


def test_five_thousand_names_make_one_volume(documents: list[dict[str, Any]]) -> None:
    texts = [f"Ana Ruiz {number}, محمد" for number in range(5_000)]
    block = pdf.parts_of.names(texts, start=1)
    with translation.override("en"):
        whole = pdf._pdf(Packet(locale="en"), "Names", [block])

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
