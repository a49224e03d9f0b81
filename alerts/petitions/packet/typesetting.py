"""Having a document set as a PDF, by a process that ends when it is done."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

PROGRAM = Path(__file__).with_name("typesetter.py")
SECONDS = 120


class NotSet(Exception):  # noqa: N818 - says what happened
    """A document could not be set; never says what stood in it."""


def set_document(document: Mapping[str, object]) -> bytes:
    """The PDF of a ``document`` as ``document.typ`` reads it; raises :class:`NotSet`."""
    return _run("set", json.dumps(document, ensure_ascii=False).encode())


def list_fonts() -> list[tuple[str, str | None, int]]:
    """Every font as family, file and place in the file; the typesetter's own have no file."""
    return [(family, path, index) for family, path, index in json.loads(_run("fonts"))]


def _run(job: str, given: bytes = b"") -> bytes:
    command = [sys.executable, "-I", str(PROGRAM), job, *settings.FONT_FOLDERS]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, input=given, capture_output=True, timeout=SECONDS, check=True
        )
    except (subprocess.SubprocessError, OSError) as error:
        # What the program said may repeat a name.
        raise NotSet(type(error).__name__) from None
    return done.stdout
