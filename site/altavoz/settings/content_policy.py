"""What a browser may load on the public pages and in the editors' admin: nothing from elsewhere."""

from urllib.parse import urlsplit

SELF, NONE, INLINE = "'self'", "'none'", "'unsafe-inline'"

PUBLIC_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "media-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}

# Wagtail's editor starts its panels and choosers with inline scripts, and frames its previews.
ADMIN_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, INLINE],
    "style-src": [SELF, INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "object-src": [NONE],
    "form-action": [SELF],
    "base-uri": [SELF],
    "frame-ancestors": [SELF],
}


def with_pictures_from(media_url: str, policy: dict[str, list[str]]) -> dict[str, list[str]]:
    """``policy``, with pictures allowed from where the operator stores them."""
    host = urlsplit(media_url).netloc
    stored = [f"https://{host}"] if host else []
    return {**policy, "img-src": [*policy["img-src"], *stored]}
