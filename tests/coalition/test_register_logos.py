"""A logo is an image and nothing else: what hides a script is refused with a sentence."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image as Pillow
from wagtail.images.models import Image

pytestmark = pytest.mark.django_db

SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PAGE = b"<!doctype html><script>alert(1)</script>"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def endless_png(side: int = 30_000) -> bytes:
    """A small file that unpacks to ``side`` times ``side`` black dots."""
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    packer = zlib.compressobj()
    row = bytes(1 + (side + 7) // 8)
    data = b"".join(packer.compress(row) for _line in range(side)) + packer.flush()
    body = chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def small_png() -> bytes:
    file = BytesIO()
    Pillow.new("RGB", (40, 20), "teal").save(file, "PNG")
    return file.getvalue()


def upload(client: Client, name: str, content: bytes, kind: str) -> str:
    """What the dialog answers in which a logo is chosen."""
    file = SimpleUploadedFile(name, content, content_type=kind)
    form = {"image-chooser-upload-title": "Logo", "image-chooser-upload-file": file}
    page = client.post("/admin/images/chooser/create/", form)
    assert page.status_code == 200
    return str(page.json().get("htmlFragment", ""))


def stored() -> set[str]:
    try:
        return set(default_storage.listdir("original_images")[1])
    except FileNotFoundError:
        return set()


@pytest.mark.parametrize(
    ("name", "content", "kind", "sentence"),
    [
        ("logo.svg", SCRIPT, "image/svg+xml", "Not a supported image format"),
        ("logo.png", SCRIPT, "image/png", "Not a valid .png image"),
        ("logo.png", PAGE, "image/png", "Upload a valid image"),
        ("logo.html", PAGE, "text/html", "Upload a valid image"),
        ("logo.png.exe", small_png(), "image/png", "Not a supported image format"),
        ("logo.jpg", small_png(), "image/jpeg", "Not a valid .jpeg image"),
        ("logo.png", endless_png(8_000), "image/png", "This file has too many pixels"),
        ("logo.png", endless_png(), "image/png", "This file has too many pixels"),
        ("logo.png", small_png() + bytes(11 * 1024 * 1024), "image/png", "This file is too big"),
        ("logo.png", small_png()[:60], "image/png", "This picture is damaged."),
    ],
)
def test_what_is_no_plain_image_is_refused_and_not_stored(
    organizer: Client, name: str, content: bytes, kind: str, sentence: str
) -> None:
    images, files = Image.objects.count(), stored()

    answer = upload(organizer, name, content, kind)

    assert sentence in answer
    assert Image.objects.count() == images
    assert stored() == files


def test_an_image_is_stored(organizer: Client) -> None:
    upload(organizer, "logo.png", small_png(), "image/png")

    assert Image.objects.latest("pk").title == "Logo"
