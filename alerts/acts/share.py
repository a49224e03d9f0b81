"""Plain links to pass an alert on: nothing is loaded from anybody."""

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class ShareLink:
    """One way to pass an address on. ``name`` is the network's, ``label`` what the reader sees."""

    name: str
    label: str
    url: str


def share_links(title: str, path: str) -> list[ShareLink]:
    """Ways to share the page at ``path``, those of small groups first."""
    address = f"{settings.BASE_URL}{path}"
    text = quote(f"{title} {address}")
    return [
        ShareLink("whatsapp", "WhatsApp", f"https://wa.me/?text={text}"),
        ShareLink("sms", _("Text message"), f"sms:?&body={text}"),
        ShareLink("email", _("E-mail"), f"mailto:?subject={quote(title)}&body={text}"),
        ShareLink(
            "telegram",
            "Telegram",
            f"https://t.me/share/url?url={quote(address)}&text={quote(title)}",
        ),
        ShareLink(
            "facebook",
            "Facebook",
            f"https://www.facebook.com/sharer/sharer.php?u={quote(address, safe='')}",
        ),
    ]
