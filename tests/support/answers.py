"""What fields of forms answer."""

from django import forms
from django.core.exceptions import ValidationError


def sentences(field: forms.Field, typed: str) -> str:
    """What the field answers to what was typed; empty when it accepts it."""
    try:
        field.clean(typed)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""
