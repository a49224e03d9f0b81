"""What a first visit to an alert costs: bytes over the wire, compressed as a web server would."""

import gzip
import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client

from bench.pages import PAGE

LINK = re.compile(r'(?:href|src)="(/(?:static|media)/[^"]+)"')
COMPRESSED = {".css", ".js", ".svg"}


def main() -> None:
    """Print the weight of the page and of each kind of file it loads."""
    from django.conf import settings

    html = Client().get(PAGE, HTTP_HOST="127.0.0.1").content
    weights = {"html": len(gzip.compress(html))}
    for address in sorted(set(LINK.findall(html.decode()))):
        path = _path(address, settings)
        raw = path.read_bytes()
        kind = path.suffix.lstrip(".")
        size = len(gzip.compress(raw)) if path.suffix in COMPRESSED else len(raw)
        weights[kind] = weights.get(kind, 0) + size
    for kind, size in sorted(weights.items()):
        print(f"{kind}: {size / 1000:.1f} kB")
    print(f"first visit: {sum(weights.values()) / 1000:.1f} kB")


def _path(address: str, settings: object) -> Path:
    """The file behind an address of this site."""
    if address.startswith("/static/"):
        return Path(str(finders.find(address.removeprefix("/static/"))))
    return Path(str(settings.MEDIA_ROOT)) / address.removeprefix("/media/")  # type: ignore[attr-defined] # Django's settings
