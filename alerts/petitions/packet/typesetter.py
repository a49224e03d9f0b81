"""A program of its own, which the site starts for each document.

``typesetter.py set`` reads a document as JSON and writes a PDF; ``typesetter.py fonts`` writes a
JSON list of the fonts it found, each as family, file and place in the file. What a typesetter
keeps in memory from one document to the next ends with it. Names pass through pipes only.
"""

import json
import sys
from pathlib import Path

import typst

TEMPLATE = Path(__file__).with_name("document.typ")


def main() -> None:
    """Do what the first argument says; the others are folders with fonts."""
    job, *folders = sys.argv[1:]
    fonts = typst.Fonts(include_system_fonts=True, font_paths=list(folders))
    if job == "fonts":
        found = [(font.family, font.path, font.index) for font in fonts.fonts()]
        sys.stdout.write(json.dumps(found))
    else:
        sys.stdout.buffer.write(_set(sys.stdin.buffer.read(), fonts))


def _set(document: bytes, fonts: typst.Fonts) -> bytes:
    """An accessible PDF: that standard also refuses what no font can draw."""
    return typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        font_paths=fonts,
        sys_inputs={"document": document.decode()},
        pdf_standards=["ua-1"],
    )


if __name__ == "__main__":
    main()
