"""Fields for the ways to an official."""

from typing import Any

from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

validate_phone = RegexValidator(
    r"^\+?[\d\s().-]{7,}$", _("Please enter a phone number, such as 202-224-3121.")
)


class WebAddressField(models.URLField):
    """A page on the web: http or https, and https where an editor types neither."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def formfield(self, **kwargs: Any) -> Any:
        """Take an address typed without its scheme."""
        return super().formfield(**{"assume_scheme": "https", **kwargs})
