"""Plain links to pass a page on: nothing is loaded from anybody."""

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


def sharing(title: str, path: str) -> dict[str, object]:
    """What the share component needs to pass on the page at ``path``."""
    address = f"{settings.BASE_URL}{path}"
    return {
        "share_title": title,
        "share_url": address,
        "share_links": share_links(title, address),
    }


def share_links(title: str, address: str) -> list[ShareLink]:
    """Ways to share ``address``, those of small groups first."""
    text = quote(f"{title} {address}")
    link, subject = quote(address, safe=""), quote(title)
    return [
        ShareLink("whatsapp", "WhatsApp", f"https://wa.me/?text={text}"),
        ShareLink("sms", _("Text message"), f"sms:?&body={text}"),
        ShareLink("email", _("Email"), f"mailto:?subject={subject}&body={text}"),
        ShareLink("telegram", "Telegram", f"https://t.me/share/url?url={link}&text={subject}"),
        ShareLink("facebook", "Facebook", f"https://www.facebook.com/sharer/sharer.php?u={link}"),
    ]
