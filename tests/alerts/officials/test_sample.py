"""A site without real data, and the day it gets some."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.models import ProtectedError

from alerts.officials.lookup import look_up
from alerts.officials.models import Office, Official, ZipDistrict
from tests.factories.officials import OfficialFactory, whole_congress, write_congress

pytestmark = pytest.mark.django_db


def load_sample() -> str:
    told = StringIO()
    call_command("load_sample_officials", stdout=told)
    return told.getvalue()


def test_everybody_in_the_sample_is_plainly_fictional() -> None:
    assert "These officials are fictional." in load_sample()
    officials = Official.objects.all()
    assert officials.count() == 21
    for official in officials:
        assert official.is_sample
        assert official.name.startswith("Sample ")
        assert (official.party, official.source) == ("Sample", "sample")
        for way in official.channels():
            assert "example.org" in way.address or way.address.startswith("202-555-01")


def test_the_sample_shows_every_way_to_an_official() -> None:
    load_sample()
    ways = {tuple(way.kind for way in official.channels()) for official in Official.objects.all()}
    assert {("email",), ("form", "website"), ("website",), ("phone",)} <= ways


@pytest.mark.parametrize(
    ("zip_code", "senators", "representatives", "vacant"),
    [
        ("10001", 2, ["NY-12"], []),
        ("60062", 2, ["IL-9", "IL-10"], []),
        ("86515", 4, ["AZ-2", "NM-3"], []),
        ("99501", 2, ["AK-0"], []),
        ("20001", 0, ["DC-0"], []),
        ("00601", 0, ["PR-0"], []),
        ("94541", 2, [], ["CA-14"]),
    ],
)
def test_the_sample_answers_for_every_kind_of_zip(
    zip_code: str, senators: int, representatives: list[str], vacant: list[str]
) -> None:
    load_sample()
    found = look_up(zip_code)
    assert len(found.senators) == senators
    assert [official.office.area.code for official in found.representatives] == representatives
    assert ([area.code for area in found.vacant], found.problem) == (vacant, "")


def test_loading_the_sample_again_changes_nothing() -> None:
    load_sample()
    assert load_sample().count("No changes.") == 2


def test_a_real_import_removes_the_sample_entirely(tmp_path: Path) -> None:
    load_sample()
    told = StringIO()
    file = write_congress(tmp_path, whole_congress())
    call_command("import_officials", str(file), stdout=told)
    assert "21 samples removed" in told.getvalue()
    assert not Official.objects.filter(is_sample=True).exists()
    assert Official.objects.count() == 501


def test_a_sample_official_whom_a_letter_names_stays_without_a_seat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_sample()
    kept = Official.objects.get(bioguide="SAMPLE07")
    delete = Official.delete

    def refuse(official: Official) -> object:
        if official.pk == kept.pk:
            message = "a letter names them"
            raise ProtectedError(message, {official})
        return delete(official)

    monkeypatch.setattr(Official, "delete", refuse)
    file = write_congress(tmp_path, whole_congress())
    for _run in range(2):
        told = StringIO()
        call_command("import_officials", str(file), stdout=told)
    assert "No changes." in told.getvalue()
    assert Official.objects.get(is_sample=True).office is None


def test_real_districts_remove_the_sample_ones_and_warn_of_sample_officials(
    tmp_path: Path,
) -> None:
    load_sample()
    table = tmp_path / "zips.csv"
    table.write_text("zip,state,district\n10001,NY,12\n")
    told = StringIO()
    call_command("import_districts", str(table), congress=120, stdout=told, stderr=told)
    assert "the officials are still a fictional sample" in told.getvalue()
    assert [(row.zip, row.congress) for row in ZipDistrict.objects.all()] == [("10001", 120)]


def test_the_sample_never_joins_real_officials() -> None:
    OfficialFactory()
    with pytest.raises(CommandError, match="has officials already"):
        load_sample()
    assert not Official.objects.filter(is_sample=True).exists()


def test_the_sample_keeps_real_districts(tmp_path: Path) -> None:
    table = tmp_path / "zips.csv"
    table.write_text("zip,state,district\n10001,NY,12\n")
    call_command("import_districts", str(table), stdout=StringIO())
    load_sample()
    assert ZipDistrict.objects.count() == 1
    assert Office.objects.filter(official__isnull=False).count() == 21
