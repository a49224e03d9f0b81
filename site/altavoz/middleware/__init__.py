"""What every request passes on its way in, and every response on its way out."""

from .page_cache import PageCacheMiddleware
from .redirects import QueryKeepingRedirectMiddleware
from .security_policy import ContentSecurityPolicyMiddleware
from .trusted_proxies import TrustedProxyMiddleware

__all__ = [
    "ContentSecurityPolicyMiddleware",
    "PageCacheMiddleware",
    "QueryKeepingRedirectMiddleware",
    "TrustedProxyMiddleware",
]
