"""The packets of a petition as their page shows them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alerts.petitions.models import Packet, Petition
from alerts.petitions.packet.fonts import script_name
from coalition.spoken import language_name
from locales.cldr import local_list, local_number

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class File:
    """One file to download; ``number`` is that of a volume, or empty."""

    label: str | Promise
    name: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A packet, and what can be downloaded of it; ``scripts`` are those that no font can draw."""

    packet: Packet
    language: str
    files: list[File]
    scripts: str


def shown_packets(petition: Petition, *, safe: bool) -> list[Shown]:
    """The newest packets of ``petition``; no names in safety mode (``safe``)."""
    packets = petition.packets.select_related("made_by")[:MOST_SHOWN]
    return [_shown(packet, safe=safe) for packet in packets]


def _shown(packet: Packet, *, safe: bool) -> Shown:
    scripts = sorted(script_name(code) for code in packet.scripts)
    return Shown(
        packet=packet,
        language=language_name(packet.locale),
        files=_files(packet, named=packet.with_names and not safe),
        scripts=local_list(scripts) if scripts else "",
    )


def _files(packet: Packet, *, named: bool) -> list[File]:
    if not packet.is_ready:
        return []
    files = [
        File(_("Letter, numbers and reasons (PDF)"), "letter"),
        File(_("Workbook (XLSX)"), "workbook"),
        File(_("Numbers (CSV)"), "totals"),
    ]
    return [*files, *_of_names(packet)] if named and packet.named else files


def _of_names(packet: Packet) -> list[File]:
    volumes = range(1, len(packet.starts) + 1)
    label = _("Names, volume %(number)s (PDF)")
    return [
        File(_("Names (CSV)"), "names"),
        *[File(label % {"number": local_number(at)}, "volume", str(at)) for at in volumes],
    ]
