"""Staff make packets and download them; nobody else does, and each download is logged."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from alerts.models import AlertPage
from alerts.petitions.models import Packet, PublishedPetition
from alerts.petitions.models.settings import Shown
from alerts.petitions.packet import typesetting
from tests.factories.petitions import PetitionFactory
from tests.support.packets import approve, csv_rows, made, sheets, shown_petition, sign
from tests.support.queue import work

pytestmark = pytest.mark.django_db


@pytest.fixture
def deliverer(client: Client) -> Client:
    """Somebody who may make packets and nothing else."""
    user = User.objects.create_user("deliverer")
    names = ["access_admin", "deliver_petition"]
    user.user_permissions.add(*Permission.objects.filter(codename__in=names))
    client.force_login(user)
    return client


@pytest.fixture
def version() -> PublishedPetition:
    """A petition with six signers who agreed to be shown."""
    words = shown_petition()
    sign(words, 6, name="Ana Ruiz")
    return words


def page(version: PublishedPetition) -> str:
    return reverse("petition_packets", args=[version.petition_id])


def make(client: Client, version: PublishedPetition, **fields: Any) -> Any:
    asked = {"locale": "en", "addressee": "The city council", "with_names": "on", **fields}
    response = client.post(page(version), asked)
    work()
    return response


def take(client: Client, packet: Packet, file: str, number: str = "") -> Any:
    address = reverse("petition_packet_file", args=[packet.petition_id, packet.pk])
    return client.post(address, {"file": file, "number": number})


def refused(client: Client, packet: Packet, file: str, number: str = "") -> bool:
    """Whether the file is not found, after the way to an address in a language."""
    address = reverse("petition_packet_file", args=[packet.petition_id, packet.pk])
    asked = client.post(address, {"file": file, "number": number}, follow=True)
    return bool(asked.status_code == 404)


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def in_safety(version: PublishedPetition) -> None:
    alert = AlertPage.objects.filter(locale__language_code="en").first()
    assert alert is not None
    AlertPage.objects.filter(pk=alert.pk).update(safety_mode=True)
    type(version.petition).objects.filter(pk=version.petition_id).update(home=alert.translation_key)


def test_a_packet_is_made_and_every_file_of_it_downloaded(
    deliverer: Client, version: PublishedPetition
) -> None:
    make(deliverer, version)
    packet = Packet.objects.get()

    assert take(deliverer, packet, "letter").content.startswith(b"%PDF-")
    assert take(deliverer, packet, "volume", "1").content.startswith(b"%PDF-")
    assert len(csv_rows(body(take(deliverer, packet, "names")))) == 6
    assert csv_rows(body(take(deliverer, packet, "totals")))[0] == ["All", "", "6"]
    assert [*sheets(body(take(deliverer, packet, "workbook")))] == ["Totals", "Names"]


def test_downloads_are_kept_by_no_cache_and_named_without_a_person(
    deliverer: Client, version: PublishedPetition
) -> None:
    make(deliverer, version)

    response = take(deliverer, Packet.objects.get(), "names")

    assert "no-store" in response["Cache-Control"]
    assert f"petition-{version.petition_id}-names-" in response["Content-Disposition"]


def test_making_and_downloading_are_logged(deliverer: Client, version: PublishedPetition) -> None:
    make(deliverer, version)
    packet = Packet.objects.get()
    take(deliverer, packet, "volume", "1")

    entries = ModelLogEntry.objects.filter(action__endswith="_packet").order_by("pk")

    assert [(entry.action, entry.data) for entry in entries] == [
        ("petitions.make_packet", {"packet": packet.pk}),
        ("petitions.take_packet", {"packet": packet.pk, "file": "volume 1"}),
    ]
    assert {entry.user.username for entry in entries} == {"deliverer"}


def test_editors_may_neither_see_nor_make_nor_take_packets(
    editor: Client, version: PublishedPetition
) -> None:
    packet = made(version.petition)

    home = reverse("wagtailadmin_home")
    assert editor.get(page(version)).headers.get("Location") == home
    assert make(editor, version).headers.get("Location") == home
    assert take(editor, packet, "names").headers.get("Location") == home
    assert Packet.objects.count() == 1


def test_visitors_are_asked_to_log_in(client: Client, version: PublishedPetition) -> None:
    packet = made(version.petition)

    assert "/login/" in take(client, packet, "names")["Location"]


def test_a_download_is_never_a_link(deliverer: Client, version: PublishedPetition) -> None:
    packet = made(version.petition)
    address = reverse("petition_packet_file", args=[packet.petition_id, packet.pk])

    assert deliverer.get(address).status_code == 405


@pytest.mark.parametrize(
    ("file", "number"),
    [
        *[("volume", number) for number in ("2", "0", "-1", "x", "", "9" * 5000)],
        *[(file, "") for file in ("", "../names")],
    ],
)
def test_a_file_that_does_not_exist_is_not_found(
    deliverer: Client, version: PublishedPetition, file: str, number: str
) -> None:
    packet = made(version.petition)

    assert refused(deliverer, packet, file, number)


def test_a_packet_of_another_petition_is_not_found(
    deliverer: Client, version: PublishedPetition
) -> None:
    packet = made(version.petition)
    address = reverse("petition_packet_file", args=[PetitionFactory().pk, packet.pk])

    assert deliverer.post(address, {"file": "names"}, follow=True).status_code == 404


def test_a_packet_that_is_not_ready_has_no_files(
    deliverer: Client, version: PublishedPetition
) -> None:
    packet = Packet.objects.create(petition=version.petition, locale="en", addressee="Council")

    assert refused(deliverer, packet, "letter")
    assert "It is being prepared" in deliverer.get(page(version)).content.decode()


def test_names_left_out_are_in_no_file(deliverer: Client, version: PublishedPetition) -> None:
    make(deliverer, version, with_names="")
    packet = Packet.objects.get()

    assert refused(deliverer, packet, "names")
    assert [*sheets(body(take(deliverer, packet, "workbook")))] == ["Totals"]


def test_safety_mode_reaches_packets_made_before(
    deliverer: Client, version: PublishedPetition
) -> None:
    packet = made(version.petition)
    in_safety(version)

    html = deliverer.get(page(version)).content.decode()

    assert "safety mode" in html
    assert "With the names" not in html
    assert refused(deliverer, packet, "names")
    assert refused(deliverer, packet, "volume", "1")
    assert b"Illinois" not in body(take(deliverer, packet, "totals"))


def test_a_petition_that_shows_nothing_offers_no_names(deliverer: Client) -> None:
    version = shown_petition(Shown.NOTHING)
    sign(version, 6)
    make(deliverer, version)

    packet = Packet.objects.get()

    assert packet.with_names is False
    assert "With the names" not in deliverer.get(page(version)).content.decode()


def test_only_approved_reasons_are_offered(deliverer: Client, version: PublishedPetition) -> None:
    (shown, waiting) = sign(version, 2, reason="My children play there.")
    approve(shown)

    answer = make(deliverer, version, reasons=[str(waiting.pk)])
    assert answer.status_code == 200
    assert not Packet.objects.exists()

    make(deliverer, version, reasons=[str(shown.pk)])
    assert Packet.objects.get().reasons == [str(shown.pk)]


@pytest.mark.parametrize(
    ("locale", "spoken"), [("ar", 'lang="ar" dir="rtl"'), ("und", 'lang="und" dir="auto"')]
)
def test_a_reason_is_offered_in_its_own_language_and_direction(
    deliverer: Client, version: PublishedPetition, locale: str, spoken: str
) -> None:
    (row,) = sign(version, reason="يلعب <أطفالي> هناك")
    approve(row, locale)

    html = deliverer.get(page(version)).content.decode()

    assert f"<bdi {spoken}>يلعب &lt;أطفالي&gt; هناك</bdi>" in html


def test_a_packet_made_before_the_petition_showed_nobody_tells_of_no_names(
    deliverer: Client, version: PublishedPetition
) -> None:
    packet = made(version.petition)
    assert "6 signers agreed to be shown" in deliverer.get(page(version)).content.decode()

    type(version.petition).objects.filter(pk=version.petition_id).update(shows=Shown.NOTHING)
    html = deliverer.get(page(version)).content.decode()

    assert "agreed to be shown" not in html.split("Made so far")[1]
    assert 'value="volume"' not in html
    assert csv_rows(body(take(deliverer, packet, "names"))) == []


def test_what_was_typed_stays_when_something_is_wrong(
    deliverer: Client, version: PublishedPetition
) -> None:
    response = make(deliverer, version, addressee="", letter="Dear mayor, please open it.")

    assert "Dear mayor, please open it." in response.content.decode()
    assert not Packet.objects.exists()


def test_nothing_is_made_before_anything_is_published(deliverer: Client) -> None:
    petition = PetitionFactory()
    address = reverse("petition_packets", args=[petition.pk])

    deliverer.post(address, {"locale": "en", "addressee": "Council"})

    assert "Nothing was published yet" in deliverer.get(address).content.decode()
    assert not Packet.objects.exists()


def test_a_pdf_that_cannot_be_made_is_said(
    deliverer: Client, version: PublishedPetition, monkeypatch: pytest.MonkeyPatch
) -> None:
    packet = made(version.petition)
    monkeypatch.setattr(typesetting, "PROGRAM", typesetting.PROGRAM.with_name("missing.py"))

    response = take(deliverer, packet, "letter")

    assert response["Location"] == page(version)
    assert "could not be made" in deliverer.get(page(version)).content.decode()
