"""The pages of the admin that bring lists in, take them back and hand the register out."""

import io
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from coalition.models import Endorsement, Endorser, ImportBatch, StatusChange
from tests.factories.coalition import EndorserFactory, StatementFactory
from tests.support.lists import csv_of, names, preview, xlsx_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_register")]

ADD = "/admin/coalition/imports/add/"
LIST = "/admin/coalition/imports/"
HILL = {"place": "Ohio", "name": "Hill House", "city": "Akron"}
BAD = {"place": "CA; Calif.", "name": "Bay House", "city": ""}
FORM = {"status": "approved"}


def upload(client: Client, data: bytes, name: str = "list.csv", **form: Any) -> Any:
    """The answer to bringing a file; follows to the preview."""
    file = SimpleUploadedFile(name, data)
    return client.post(ADD, {**FORM, "file": file, **form}, follow=True)


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def take_over(client: Client, **form: str) -> Any:
    """Agree to the preview of the newest import."""
    batch = ImportBatch.objects.order_by("-read_at").first()
    assert batch
    url = reverse("coalition_import", args=[batch.pk])
    shown = client.get(url).context["plan"].digest
    return client.post(url, {"shown": shown, **form}, follow=True)


def test_the_menu_leads_to_the_imports(admin: Client) -> None:
    assert LIST in text_of(admin.get("/admin/"))
    page = text_of(admin.get(LIST))
    assert "No list was imported yet." in page
    assert ADD in page


def test_an_organizer_may_import(organizer: Client) -> None:
    assert organizer.get(LIST).status_code == 200
    upload(organizer, csv_of(HILL))
    take_over(organizer)
    assert names() == ["Hill House"]


def test_a_file_is_looked_over_and_then_taken_over(admin: Client) -> None:
    lake = EndorserFactory(name="Lake Union", national=True, city="Toledo")
    row = {"place": "NATIONAL", "name": "Lake Union", "city": "Dayton"}
    page = text_of(upload(admin, csv_of(HILL, row)))
    assert "1 endorser is new" in page
    assert "1 endorser would change" in page
    assert '<del dir="auto">Toledo</del>' in page
    assert '<ins dir="auto">Dayton</ins>' in page
    assert names() == ["Lake Union"]
    assert "The list was taken over." in text_of(take_over(admin))
    lake.refresh_from_db()
    assert (names(), lake.city) == (["Hill House", "Lake Union"], "Dayton")
    assert StatusChange.objects.get().by == User.objects.get(username="admin")


def test_a_pasted_list_is_taken_over_with_its_statement(admin: Client) -> None:
    statement = StatementFactory(name="Families")
    text = "We stand together.\nNATIONAL\nLake Union\nO\nOhio\nHill House\n"
    form = {**FORM, "text": text, "statement": statement.pk, "since": "2026-03-01"}
    page = text_of(admin.post(ADD, form, follow=True))
    assert "will stand behind “Families”" in page
    take_over(admin)
    assert names() == ["Hill House", "Lake Union"]
    assert Endorsement.objects.filter(statement=statement).count() == 2


def test_problems_name_their_lines_and_keep_everything_out(admin: Client) -> None:
    page = text_of(upload(admin, csv_of(HILL, BAD)))
    assert "1 row has problems." in page
    assert "<td>3</td>" in page
    assert "“CA; Calif.” is more than one place." in page
    assert "Nothing was taken over" in text_of(take_over(admin))
    assert (names(), StatusChange.objects.count()) == ([], 0)


def test_rows_with_problems_are_left_out_by_a_tick(admin: Client) -> None:
    upload(admin, csv_of(HILL, BAD))
    take_over(admin, leave_out="on")
    assert names() == ["Hill House"]


def test_html_in_a_name_is_shown_as_text(admin: Client) -> None:
    page = text_of(upload(admin, csv_of({**HILL, "name": "<script>alert(1)</script>"})))
    assert "<script>alert(1)</script>" not in page
    row = csv_of({**HILL, "city": "<img src=x onerror=alert(1)>"})
    assert "<img src=x" not in text_of(upload(admin, row))


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("list.csv", b"x" * (50 * 1024 * 1024), "This is larger than 5 MB."),
        ("list.csv", b"fax\n1\n", "a column “place” and a column “name” are needed"),
        ("list.xlsx", b"PK\x03\x04broken", "This is no workbook that can be read."),
        ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9), "Please save it as XLSX."),
        ("list.csv", b"place,name\n" + b"Ohio,A\n" * 10_001, "more than 10,000 rows"),
        ("list.csv", b"", "The submitted file is empty."),
        ("list.txt", b"No headings here", "No list was found."),
    ],
    ids=["large", "columns", "broken", "old", "long", "empty", "prose"],
)
def test_files_that_cannot_be_read_are_refused_on_the_form(
    admin: Client, name: str, data: bytes, sentence: str
) -> None:
    response = upload(admin, data, name)
    assert response.status_code == 200
    assert sentence in text_of(response)
    assert ImportBatch.objects.count() == 0


def test_an_upload_that_is_too_large_is_not_read(
    admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coalition.admin_imports.forms.read_file", lambda *_: pytest.fail("read"))
    assert "larger than 5 MB" in text_of(upload(admin, b"x" * (6 * 1024 * 1024)))


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "Please bring a file, or paste a list."),
        ({"text": "NATIONAL\nA", "since": "2026-01-01"}, "Please choose the statement as well."),
        ({"text": "NATIONAL\nA", "since": "2999-01-01"}, "This day is in the future."),
        ({"text": "NATIONAL\nA", "status": "withdrawn"}, "withdrawn is not one of the available"),
    ],
)
def test_a_form_that_does_not_fit_together_is_refused(
    admin: Client, form: dict[str, str], sentence: str
) -> None:
    assert sentence in text_of(admin.post(ADD, {**FORM, **form}))


def test_a_workbook_is_read_with_its_problems(admin: Client) -> None:
    page = text_of(upload(admin, xlsx_of(["place", "name"], ["Ohio", "=A1"]), "list.xlsx"))
    assert "Cell B2 holds a formula." in page


def test_a_register_that_changed_since_is_looked_at_again(admin: Client) -> None:
    upload(admin, csv_of(HILL))
    batch = ImportBatch.objects.get()
    url = reverse("coalition_import", args=[batch.pk])
    shown = admin.get(url).context["plan"].digest
    EndorserFactory(name="Hill House", places=["OH"], city="Toledo")
    page = text_of(admin.post(url, {"shown": shown}, follow=True))
    assert "The register has changed since." in page
    assert "1 endorser would change" in page
    assert Endorser.objects.get().city == "Toledo"


def test_agreeing_to_nothing_in_particular_does_nothing(admin: Client) -> None:
    upload(admin, csv_of(HILL))
    url = reverse("coalition_import", args=[ImportBatch.objects.get().pk])
    admin.post(url)
    admin.post(url, {"shown": "forged"})
    assert names() == []


def test_an_import_is_undone_by_a_button_page(admin: Client) -> None:
    upload(admin, csv_of(HILL, {**HILL, "name": "Lake House"}))
    take_over(admin)
    Endorser.objects.filter(name="Lake House").update(city="Toledo")
    url = reverse("coalition_import_undo", args=[ImportBatch.objects.get().pk])
    assert "2 new endorsers are removed" in text_of(admin.get(url))
    assert names() == ["Hill House", "Lake House"]
    page = text_of(admin.post(url, follow=True))
    assert "“Lake House” was changed since and stays." in page
    assert names() == ["Lake House"]
    assert "This import was undone already." in text_of(admin.post(url, follow=True))
    assert "Undone" in text_of(admin.get(LIST))


def test_a_list_can_be_forgotten_before_it_is_taken_over(admin: Client) -> None:
    upload(admin, csv_of(HILL))
    url = reverse("coalition_import_drop", args=[ImportBatch.objects.get().pk])
    assert admin.get(url).status_code == 405
    assert "Nothing was imported." in text_of(admin.post(url, follow=True))
    assert ImportBatch.objects.count() == 0


def test_forgetting_does_not_touch_what_was_taken_over(admin: Client) -> None:
    upload(admin, csv_of(HILL))
    take_over(admin)
    admin.post(reverse("coalition_import_drop", args=[ImportBatch.objects.get().pk]))
    assert ImportBatch.objects.count() == 1


CONTACT = {"contact_name": "Bo Okafor", "contact_email": "bo@hill.example.org"}


def test_no_page_shows_a_contact_not_even_to_who_brought_it(admin: Client) -> None:
    bad = {**HILL, "name": "Bay House", **CONTACT, "contact_email": "bo at bay"}
    pages = text_of(upload(admin, csv_of({**HILL, **CONTACT}, bad)))
    pages += text_of(take_over(admin, leave_out="on")) + text_of(admin.get(LIST))
    assert "contact_email" in pages
    for secret in ("Okafor", "hill.example", "bo at bay"):
        assert secret not in pages


def test_what_waits_is_shown_to_nobody_else(admin: Client, client: Client) -> None:
    other = User.objects.create_superuser("other")
    batch, plan = preview(csv_of(HILL), by=other)
    url = reverse("coalition_import", args=[batch.pk])
    assert admin.get(url, follow=True).status_code == 404
    assert admin.post(url, {"shown": plan.digest}, follow=True).status_code == 404
    assert names() == []
    assert str(batch.pk) not in text_of(admin.get(LIST))


def urls(batch: ImportBatch) -> list[str]:
    """Every address around imports."""
    ones = ["coalition_import", "coalition_import_undo", "coalition_import_drop"]
    exports = [reverse("coalition_export", args=[kind]) for kind in ("csv", "xlsx", "json")]
    return [LIST, ADD, *exports, *[reverse(name, args=[batch.pk]) for name in ones]]


def test_without_the_right_every_door_is_closed(client: Client) -> None:
    batch, _plan = preview(csv_of(HILL))
    user = User.objects.create_user("guest")
    user.user_permissions.add(permission("wagtailadmin", "access_admin"))
    client.force_login(user)
    for url in urls(batch):
        assert client.get(url).status_code in {302, 403}
        assert client.post(url).status_code in {302, 403}
    assert LIST not in text_of(client.get("/admin/"))
    assert ImportBatch.objects.count() == 1


def test_visitors_are_sent_to_the_login(client: Client) -> None:
    batch, _plan = preview(csv_of(HILL))
    for url in urls(batch):
        assert client.get(url).status_code == 302


def permission(app: str, codename: str) -> Any:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def test_an_import_that_is_not_there_is_not_found(admin: Client) -> None:
    assert admin.get(reverse("coalition_import", args=[uuid4()]), follow=True).status_code == 404


def test_the_register_is_handed_out_in_every_format(admin: Client) -> None:
    EndorserFactory(name="Hill House")
    EndorserFactory(name="Lake House", status=Endorser.Status.DECLINED)
    for kind, query, expected in (("csv", "", b"Hill House"), ("json", "?all=1", b"Lake House")):
        response = admin.get(reverse("coalition_export", args=[kind]) + query)
        assert expected in response.content
        assert response["Content-Disposition"].endswith(f'.{kind}"')
        assert "no-store" in response["Cache-Control"]
    book = load_workbook(io.BytesIO(admin.get("/admin/coalition/export/xlsx/").content))
    assert book.worksheets[0]["C2"].value == "Hill House"


LONG = f"csv/?statement={'9' * 5_000}"


@pytest.mark.parametrize("address", ["exe/", "csv/?statement=x", "csv/?statement=999999", LONG])
def test_exports_of_what_is_not_there_are_not_found(admin: Client, address: str) -> None:
    assert admin.get(f"/admin/coalition/export/{address}", follow=True).status_code == 404
