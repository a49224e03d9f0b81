"""Understanding the bytes of a text, whatever program wrote them."""

import codecs

from django.utils.translation import gettext as _

from .problems import Unreadable


def decode(data: bytes) -> tuple[str, list[str]]:
    """The text, and what its reader should be told; raises :class:`Unreadable`."""
    notices = []
    try:
        utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        text = data.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError:
        text = _windows(data)
        notices.append(
            _("The file was read as Windows-1252. Please look at the accents before taking over.")
        )
    if "\0" in text:
        raise Unreadable(_("This is not a text file. Please bring a CSV or XLSX file."))
    if not text.strip():
        raise Unreadable(_("This is empty: there is nothing to import."))
    return text, notices


def _windows(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        message = _("The letters of this file cannot be read. Please save it as “CSV UTF-8”.")
        raise Unreadable(message) from None
