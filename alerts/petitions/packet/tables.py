"""A packet as tables for spreadsheets."""

from collections.abc import Iterable, Iterator

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from alerts.supporters.spreadsheets.cells import Row
from alerts.supporters.spreadsheets.csv_lines import csv_pieces
from alerts.supporters.spreadsheets.workbook import workbook_pieces

from ..models import Packet
from .names import numbered_names
from .totals import totals_of
from .wording import parts


def names_csv(packet: Packet) -> Iterator[bytes]:
    """The names as CSV, piece by piece."""
    return _in_language(packet, csv_pieces(name_rows(packet)))


def totals_csv(packet: Packet, *, safe: bool) -> Iterator[bytes]:
    """The numbers as CSV, piece by piece; without places in safety mode (``safe``)."""
    return _in_language(packet, csv_pieces(totals_rows(packet, safe=safe)))


def workbook(packet: Packet, *, safe: bool) -> Iterator[bytes]:
    """Both as sheets of one workbook, piece by piece; no names in safety mode (``safe``)."""
    with translation.override(packet.locale):
        sheets = {_("Totals"): totals_rows(packet, safe=safe)}
        if packet.with_names and not safe:
            sheets[_("Names")] = name_rows(packet)
    return _in_language(packet, workbook_pieces(sheets))


def name_rows(packet: Packet) -> Iterator[Row]:
    """A head, and a row for each signer who agreed to be shown, numbered as in the volumes."""
    role = [pgettext("of a person", "Title"), _("Organization"), _("City")]
    beside = role if packet.petition.is_sign_on else []
    yield [_("Number"), _("Name"), *beside, pgettext("US state", "State")]
    for number, entry in numbered_names(packet):
        yield number, *entry


def totals_rows(packet: Packet, *, safe: bool) -> Iterator[Row]:
    """A head, and a row for each number: of what it is, of which one, and how many."""
    totals = totals_of(packet, safe=safe)
    yield _("Counted by"), _("Which"), _("Signatures")
    yield _("All"), "", totals.count
    if totals.on_paper:
        yield _("On paper, beside these"), "", totals.on_paper
    for _heading, label, rows in parts(totals):
        for name, number in rows:
            yield label, name, number


def _in_language(packet: Packet, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """``pieces``, each made in the packet's language: between them others use this thread."""
    waiting = iter(pieces)
    while True:
        with translation.override(packet.locale):
            piece = next(waiting, None)
        if piece is None:
            return
        yield piece
