"""The tables of a packet, as spreadsheets read them."""

import pytest

from alerts.petitions.models.settings import Shown
from alerts.petitions.packet.tables import names_csv, totals_csv, workbook
from tests.support.packets import csv_rows, made, sheets, shown_petition, sign

pytestmark = pytest.mark.django_db


def test_names_come_with_their_number_and_state() -> None:
    version = shown_petition()
    sign(version, 5, name="Ana Ruiz")

    rows = csv_rows(b"".join(names_csv(made(version.petition))))

    assert rows[0] == ["1", "Ana Ruiz", "Illinois"]
    assert len(rows) == 5


def test_a_letters_names_come_with_role_and_city() -> None:
    version = shown_petition(Shown.LISTED)
    role = {"title": "Deacon", "organisation": "=River Church", "city": "Cheyenne"}
    sign(version, name="Bo Okafor", agreed=Shown.LISTED, region="WY", **role)

    data = b"".join(names_csv(made(version.petition)))

    head = data.decode("utf-8-sig").splitlines()[0]
    assert head == "Number,Name,Title,Organization,City,State"
    assert csv_rows(data) == [["1", "Bo Okafor", "Deacon", "'=River Church", "Cheyenne", "Wyoming"]]


def test_a_name_is_no_formula() -> None:
    version = shown_petition()
    sign(version, name="=HYPERLINK(1)")
    packet = made(version.petition)

    assert csv_rows(b"".join(names_csv(packet)))[0][1] == "'=HYPERLINK(1)"
    assert sheets(b"".join(workbook(packet, safe=False)))["Names"][1][1] == "'=HYPERLINK(1)"


def test_no_file_holds_an_address() -> None:
    version = shown_petition()
    sign(version, 5)
    packet = made(version.petition)

    data = b"".join([*names_csv(packet), *totals_csv(packet, safe=False)]).decode()

    assert "@" not in data
    assert "60614" not in data


def test_the_workbook_has_totals_and_names() -> None:
    version = shown_petition()
    sign(version, 5, name="محمد <علي> & Co")

    book = sheets(b"".join(workbook(made(version.petition), safe=False)))

    assert book["Totals"] == [
        ("Counted by", "Which", "Signatures"),
        ("All", "", 5),
        ("State", "Illinois", 5),
        ("Language", "English", 5),
    ]
    assert book["Names"][1] == (1, "محمد <علي> & Co", "Illinois")


def test_safety_mode_has_neither_names_nor_places() -> None:
    version = shown_petition()
    sign(version, 5)
    packet = made(version.petition)

    assert [*sheets(b"".join(workbook(packet, safe=True)))] == ["Totals"]
    assert ["State", "Illinois", "5"] not in csv_rows(b"".join(totals_csv(packet, safe=True)))


def test_tables_are_in_the_language_of_the_packet_while_others_speak_theirs() -> None:
    version = shown_petition()
    sign(version, 5, region="NH")
    pieces = [*names_csv(made(version.petition, locale="es"))]

    assert csv_rows(b"".join(pieces))[0][2] == "Nuevo Hampshire"
