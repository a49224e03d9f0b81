"""The addresses that allowed one organisation to write to them."""

import logging
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.log_actions import log

from alerts.supporters.models import Consent, Organisation
from alerts.supporters.models.consent import ConsentQuerySet
from alerts.supporters.sealing import SealBroken
from alerts.supporters.spreadsheets.cells import Row
from alerts.supporters.spreadsheets.csv_lines import csv_pieces

logger = logging.getLogger(__name__)

AT_ONCE = 1_000


def consents_csv(organisation: Organisation, *, by: Any) -> Iterator[bytes]:
    """Whom ``organisation`` may write to, as CSV, piece by piece.

    That ``by`` asked for it is noted before, with how many they were and without any of them.
    """
    consents = Consent.objects.mailable().filter(text__organisation=organisation)
    told = {"number": consents.count()}
    log(instance=organisation, action="supporters.export_consents", user=by, data=told)
    return csv_pieces(_rows(_head(), consents))


def _rows(head: Row, consents: ConsentQuerySet) -> Iterator[Row]:
    yield head
    ordered = consents.select_related("text").order_by("given_at", "pk")
    for consent in ordered.iterator(chunk_size=AT_ONCE):
        if address := _address_of(consent):
            yield _row(address, consent)


def _head() -> Row:
    """In the language of who asks: the rows are made when that is no longer known."""
    return (
        _("Email address"),
        _("Language"),
        _("Words agreed to"),
        _("Agreed"),
        _("Confirmed"),
        _("Page"),
    )


def _row(address: str, consent: Consent) -> Row:
    times = (consent.given_at, consent.confirmed_at)
    said = [at.isoformat(timespec="seconds") if at else "" for at in times]
    return address, consent.text.locale, consent.text.text, *said, consent.source


def _address_of(consent: Consent) -> str:
    """As it was typed; nothing where no key opens it."""
    try:
        return consent.unseal().get("email", "")
    except SealBroken:
        logger.exception("A consent does not open: %s", consent.pk)
        return ""
