"""Reading back which characters a PDF draws."""

import re
import zlib

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
GLYPH = re.compile(rb"^<[0-9a-fA-F]+> <([0-9a-fA-F]+)>\s*$", re.MULTILINE)


def drawn_characters(pdf: bytes) -> set[str]:
    """What the glyphs of the fonts in ``pdf`` stand for; a glyph that is missing has no part."""
    told: set[str] = set()
    for packed in STREAM.findall(pdf):
        for code in GLYPH.findall(_unpacked(packed)):
            told.update(bytes.fromhex(code.decode()).decode("utf-16-be"))
    return told


def _unpacked(packed: bytes) -> bytes:
    """A stream as it was before it was compressed, if it was."""
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return packed
