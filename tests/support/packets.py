"""Packets as tests make and open them."""

import csv
import io
from typing import Any

from openpyxl import load_workbook

from alerts.petitions.models import Packet, Petition, PublishedPetition, Signature
from alerts.petitions.models.settings import Shown
from alerts.petitions.packet.making import make_packet
from alerts.petitions.services.reasons import reading_of, show_reason
from tests.factories.petitions import PublishedPetitionFactory, SignatureFactory
from tests.support.queue import work


def shown_petition(shows: str = Shown.FULL_NAME, **words: str) -> PublishedPetition:
    """The words of a petition whose signers may be shown."""
    version: PublishedPetition = PublishedPetitionFactory(petition__shows=shows, words=words)
    return version


def sign(version: PublishedPetition, number: int = 1, **facts: Any) -> list[Signature]:
    """That many counted signatures of signers who agreed to be shown in full."""
    told = {"agreed": Shown.FULL_NAME, "counted": True, **facts}
    rows: list[Signature] = SignatureFactory.create_batch(number, version=version, **told)
    return rows


def approve(signature: Signature, locale: str = "en") -> None:
    """Have staff show the reason to the public."""
    show_reason(
        petition=signature.petition,
        signature_id=signature.pk,
        reading=reading_of(signature.unseal()["reason"]),
        locale=locale,
        by=None,
    )


def made(petition: Petition, **facts: Any) -> Packet:
    """A packet that the worker has prepared."""
    told = {"locale": "en", "addressee": "The city council", "by": None, **facts}
    packet = make_packet(petition=petition, **told)
    work()
    packet.refresh_from_db()
    return packet


def csv_rows(data: bytes) -> list[list[str]]:
    """The rows of a CSV file, without its head."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))[1:]


def sheets(data: bytes) -> dict[str, list[tuple[object, ...]]]:
    """The rows of each sheet of a workbook, its head among them."""
    book = load_workbook(io.BytesIO(data), read_only=True)
    found = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    book.close()
    return found
