"""The demo's pictures."""

from pathlib import Path

from django.core.files.images import ImageFile
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

IMAGES = Path(__file__).parent / "images"


def picture(name: str, title: str) -> AbstractImage:
    """The picture stored as ``name``, added to the site's library when it is not there yet."""
    model = get_image_model()
    found: AbstractImage | None = model.objects.filter(file__endswith=name).first()
    if found is None:
        with (IMAGES / name).open("rb") as file:
            found = model.objects.create(title=title, file=ImageFile(file, name=name))
    return found
