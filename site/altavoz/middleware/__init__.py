"""What every request passes on its way in, and every response on its way out."""

from .page_cache import PageCacheMiddleware
from .security_policy import ContentSecurityPolicyMiddleware
from .trusted_proxies import TrustedProxyMiddleware

__all__ = [
    "ContentSecurityPolicyMiddleware",
    "PageCacheMiddleware",
    "TrustedProxyMiddleware",
]
