"""A packet as PDF: the letter with the numbers and reasons, and volumes of names."""

import datetime
from html import unescape

from django.conf import settings
from django.utils import timezone, translation
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from locales.cldr import local_date, local_list, local_number

from ..display import Reason, Signer
from ..models import Packet, PublishedPetition
from . import document as parts_of
from .document import Block
from .fonts import script_name
from .names import VOLUME, in_volume, read_names
from .reasons import chosen
from .totals import Totals, totals_of
from .typesetting import set_document
from .wording import paper_sentence, parts, small_sentence, standard_letter


def letter_pdf(packet: Packet, *, safe: bool) -> bytes:
    """The letter, the words of the petition, its numbers and the chosen reasons.

    No reasons and no places in safety mode (``safe``). Raises ``NotSet``.
    """
    version, totals = words_of(packet), totals_of(packet, safe=safe)
    with translation.override(packet.locale):
        blocks = [
            *_letter(packet, version, totals),
            *_words(version),
            *_numbers(totals),
            *([] if safe else _reasons(packet)),
        ]
        return _pdf(packet, version.title, blocks)


def volume_pdf(packet: Packet, number: int) -> bytes:
    """Volume ``number`` of the names, counted from 1. Raises ``NotSet`` and ``IndexError``."""
    signatures = in_volume(packet, number)
    with translation.override(packet.locale):
        names = [_name(signer) for signer in read_names(packet.petition, signatures)]
        told = {"number": local_number(number), "of": local_number(len(packet.starts))}
        blocks = [
            parts_of.heading(_("Names, volume %(number)s of %(of)s") % told),
            *parts_of.paragraphs(_("These signers agreed to be shown.")),
            *_unprinted(packet),
            parts_of.names(names, start=(number - 1) * VOLUME + 1),
        ]
        return _pdf(packet, words_of(packet).title, blocks)


def words_of(packet: Packet) -> PublishedPetition:
    """What the petition says in the packet's language, or else in the site's, or in any."""
    versions = packet.petition.versions.order_by("-number")
    for locale in (packet.locale, settings.LANGUAGE_CODE):
        if found := versions.filter(locale=locale).first():
            return found
    return versions[0]


def _pdf(packet: Packet, title: str, blocks: list[Block]) -> bytes:
    footer = _("As of %(day)s") % {"day": local_date(_day(packet))}
    return set_document(
        parts_of.document(title, locale=packet.locale, footer=footer, blocks=blocks)
    )


def _letter(packet: Packet, version: PublishedPetition, totals: Totals) -> list[Block]:
    text = packet.letter or standard_letter(version, totals)
    to = _("To: %(addressee)s") % {"addressee": packet.addressee}
    return [*parts_of.paragraphs(to), *parts_of.paragraphs(text)]


def _words(version: PublishedPetition) -> list[Block]:
    lines = version.fields["statement"].replace("</", "\n</").replace("<br", "\n<br")
    text = unescape(strip_tags(lines))
    return [parts_of.heading(_("The petition")), *parts_of.paragraphs(text, locale=version.locale)]


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
    quotes = [_quote(reason, packet.locale) for reason in found]
    return [parts_of.heading(_("Why people signed")), *quotes] if quotes else []


def _quote(reason: Reason, locale: str) -> Block:
    own = reason.language if reason.direction != "auto" else locale
    return parts_of.quote(reason.text, signer=_name(reason.signer), locale=own)


def _name(signer: Signer) -> str:
    parts_known = [parts_of.isolated(part) for part in (signer.name, signer.place) if part]
    return ", ".join(parts_known)


def _unprinted(packet: Packet) -> list[Block]:
    """A sentence that names what could not be drawn; the tables have it."""
    if not packet.scripts:
        return []
    scripts = local_list(sorted({script_name(code) for code in packet.scripts}))
    said = _("Some letters could not be printed (%(scripts)s); the tables have every name in full.")
    return parts_of.paragraphs(said % {"scripts": scripts})


def _day(packet: Packet) -> datetime.date:
    return timezone.localdate(packet.made_at)
