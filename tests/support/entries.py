"""Where contacts find their own entries."""

from coalition.models import Contact
from coalition.tokens import entry_token


def entry_path(contact: Contact, locale: str = "en") -> str:
    """The path of the link that ``contact`` gets by mail."""
    return f"/{locale}/act/entry/{entry_token(contact)}/"
