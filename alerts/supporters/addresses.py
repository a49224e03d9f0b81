"""The addresses of public acts, for those who stand below the views that answer there."""

from django.urls import reverse


def act_url(name: str, *args: object) -> str:
    """The path of the act ``name`` (such as ``confirm``) in the active language."""
    return reverse(f"act:{name}", args=args)
