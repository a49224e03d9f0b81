"""The form by which pictures come in."""

from django.utils.translation import gettext
from wagtail.images.forms import BaseImageForm


class ImageForm(BaseImageForm):
    """Answers with a sentence where a picture was cut off on its way and cannot be drawn."""

    def full_clean(self) -> None:
        """Check everything; what the drawing library cannot read to its end is refused."""
        try:
            super().full_clean()
        except OSError:
            self.add_error("file", gettext("This picture is damaged. Please upload it again."))
