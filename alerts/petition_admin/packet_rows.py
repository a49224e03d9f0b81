"""The packets of a petition as their page shows them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alerts.petitions.display import WITH_NAMES
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
    """A packet, and what can be downloaded of it; ``scripts`` are those that no font can draw.

    ``named`` is how many names it was made with, where they may be shown still.
    """

    packet: Packet
    language: str
    named: int
    files: list[File]
    scripts: str


def shown_packets(petition: Petition, *, safe: bool) -> list[Shown]:
    """The newest packets of ``petition``; no names in safety mode (``safe``)."""
    packets = petition.packets.select_related("made_by")[:MOST_SHOWN]
    has_names = petition.shows in WITH_NAMES and not safe
    return [_shown(packet, named=packet.named if has_names else 0) for packet in packets]


def _shown(packet: Packet, *, named: int) -> Shown:
    scripts = sorted(script_name(code) for code in packet.scripts)
    return Shown(
        packet=packet,
        language=language_name(packet.locale),
        named=named,
        files=_files(packet, has_names=named > 0),
        scripts=local_list(scripts) if scripts else "",
    )


def _files(packet: Packet, *, has_names: bool) -> list[File]:
    if not packet.is_ready:
        return []
    files = [
        File(_("Letter, numbers and reasons (PDF)"), "letter"),
        File(_("Workbook (XLSX)"), "workbook"),
        File(_("Numbers (CSV)"), "totals"),
    ]
    return [*files, *_of_names(packet)] if has_names else files


def _of_names(packet: Packet) -> list[File]:
    volumes = range(1, len(packet.starts) + 1)
    label = _("Names, volume %(number)s (PDF)")
    return [
        File(_("Names (CSV)"), "names"),
        *[File(label % {"number": local_number(at)}, "volume", str(at)) for at in volumes],
    ]
