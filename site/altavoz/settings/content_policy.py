"""What a browser may load on the public pages and in the editors' admin: nothing from elsewhere."""

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
