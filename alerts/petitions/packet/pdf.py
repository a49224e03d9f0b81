"""A packet as PDF: the letter with the numbers and reasons, and volumes of names."""

import datetime

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from locales.cldr import local_date, local_list, local_number

from ..display import Reason
from ..models import Packet, PublishedPetition
from . import document as parts_of
from .document import Block
from .fonts import script_name
from .names import Entry, first_number, in_volume, read_names
from .reasons import chosen, signer_entry
from .statement import lines_of
from .totals import Totals, totals_of
from .typesetting import set_document
from .wording import (
    names_sentence,
    paper_sentence,
    parts,
    small_sentence,
    standard_letter,
    untranslated_sentence,
)


def letter_pdf(packet: Packet, *, safe: bool) -> bytes:
    """The letter, the words of the petition, its numbers and the chosen reasons.

    No reasons and no places in safety mode (``safe``). Raises ``NotSet``.
    """
    version, totals = words_of(packet), totals_of(packet, safe=safe)
    with translation.override(packet.locale):
        blocks = [
            *_letter(packet, version, totals),
            *_words(packet, version),
            *_numbers(totals),
            *([] if safe else _reasons(packet)),
        ]
        return _pdf(packet, version, blocks)


def volume_pdf(packet: Packet, number: int) -> bytes:
    """Volume ``number`` of the names, counted from 1. Raises ``NotSet`` and ``IndexError``."""
    signatures, is_letter = in_volume(packet, number), packet.petition.is_sign_on
    with translation.override(packet.locale):
        names = [_isolated(entry) for entry in read_names(packet.petition, signatures)]
        told = {"number": local_number(number), "of": local_number(len(packet.starts))}
        blocks = [
            parts_of.heading(_("Names, volume %(number)s of %(of)s") % told),
            *parts_of.paragraphs(names_sentence(is_letter=is_letter)),
            *_unprinted(packet),
            parts_of.names(names, start=first_number(number), columns=1 if is_letter else 3),
        ]
        return _pdf(packet, words_of(packet), blocks)


def words_of(packet: Packet) -> PublishedPetition:
    """What the petition says in the packet's language, or else in the site's, or in any."""
    versions = packet.petition.versions.order_by("-number")
    for locale in (packet.locale, settings.LANGUAGE_CODE):
        if found := versions.filter(locale=locale).first():
            return found
    return versions[0]


def _pdf(packet: Packet, version: PublishedPetition, blocks: list[Block]) -> bytes:
    footer = _("As of %(day)s") % {"day": local_date(_day(packet))}
    title = parts_of.Title(version.title, version.locale)
    return set_document(
        parts_of.document(title, locale=packet.locale, footer=footer, blocks=blocks)
    )


def _letter(packet: Packet, version: PublishedPetition, totals: Totals) -> list[Block]:
    text = packet.letter or standard_letter(version, totals)
    to = _("To: %(addressee)s") % {"addressee": packet.addressee}
    return [*parts_of.paragraphs(to), *parts_of.paragraphs(text)]


def _words(packet: Packet, version: PublishedPetition) -> list[Block]:
    """The words that were signed; in another language than the packet's, with a sentence on it."""
    heading = _("The letter") if packet.petition.is_sign_on else _("The petition")
    foreign = version.locale != packet.locale
    return [
        parts_of.heading(heading),
        *parts_of.paragraphs(untranslated_sentence(version.locale) if foreign else ""),
        *parts_of.paragraphs("\n".join(lines_of(version.fields["statement"])), version.locale),
    ]


def _numbers(totals: Totals) -> list[Block]:
    signed = _("Signatures: %(count)s") % {"count": local_number(totals.count)}
    blocks = [parts_of.heading(_("The numbers")), *parts_of.paragraphs(signed)]
    blocks += parts_of.paragraphs(paper_sentence(totals))
    for heading, label, rows in parts(totals):
        written = [(name, local_number(count)) for name, count in rows]
        blocks += [parts_of.heading(heading, 2), parts_of.table((label, _("Signatures")), written)]
    return [*blocks, *parts_of.paragraphs(small_sentence())]


def _reasons(packet: Packet) -> list[Block]:
    found = chosen(packet.petition, packet.reasons)
    quotes = [_quote(packet, reason) for reason in found]
    return [parts_of.heading(_("Why people signed")), *quotes] if quotes else []


def _quote(packet: Packet, reason: Reason) -> Block:
    own = reason.language if reason.direction != "auto" else packet.locale
    signer = _isolated(signer_entry(packet, reason.signer))
    return parts_of.quote(reason.text, signer=signer, locale=own)


def _isolated(entry: Entry) -> str:
    between = pgettext("between the parts of an entry", ", ")
    return between.join(parts_of.isolated(part) for part in entry if part)


def _unprinted(packet: Packet) -> list[Block]:
    """A sentence that names what could not be drawn; the tables have it."""
    if not packet.scripts:
        return []
    scripts = local_list(sorted({script_name(code) for code in packet.scripts}))
    said = _("Some letters could not be printed (%(scripts)s); the tables have every name in full.")
    return parts_of.paragraphs(said % {"scripts": scripts})


def _day(packet: Packet) -> datetime.date:
    return timezone.localdate(packet.made_at)
