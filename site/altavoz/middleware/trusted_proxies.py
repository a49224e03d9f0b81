"""Believe what a reverse proxy says about a visitor, and nobody else who says the same."""

from collections.abc import Callable
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Network = IPv4Network | IPv6Network
GetResponse = Callable[[HttpRequest], HttpResponse]

# Gunicorn gives no address for a request that came over a Unix socket.
UNIX_SOCKET = "unix"
PROTO = "HTTP_X_FORWARDED_PROTO"
HOST = "HTTP_X_FORWARDED_HOST"
FOR = "HTTP_X_FORWARDED_FOR"
OTHERS = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_PORT", "HTTP_X_REAL_IP")


class TrustedProxyMiddleware:
    """Take scheme, host and address from a proxy of ``settings.TRUSTED_PROXIES`` only.

    Afterwards ``request.scheme``, ``request.get_host()`` and ``REMOTE_ADDR`` are the visitor's own,
    and no forwarding header but a believed ``X-Forwarded-Proto`` is left for anybody to read.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Wagtail's previews pass here a second time, built from an already cleaned request.
        if not getattr(request, "is_dummy", False):
            clean(request.META, networks(tuple(settings.TRUSTED_PROXIES)))
        return self.get_response(request)


def clean(meta: dict[str, str], trusted: frozenset[Network | str]) -> None:
    """Apply believed forwarding headers to ``meta`` and remove all others."""
    if is_trusted(meta.get("REMOTE_ADDR", ""), trusted):
        believe(meta, trusted)
    else:
        meta.pop(PROTO, None)
    for header in (HOST, FOR, *OTHERS):
        meta.pop(header, None)


def believe(meta: dict[str, str], trusted: frozenset[Network | str]) -> None:
    """Write the visitor's host and address over the proxy's."""
    if host := last(meta.get(HOST, "")):
        meta["HTTP_HOST"] = host
    if PROTO in meta:
        meta[PROTO] = last(meta[PROTO]).lower()
    if visitor := visitor_address(meta.get(FOR, ""), trusted):
        meta["REMOTE_ADDR"] = visitor


def visitor_address(forwarded_for: str, trusted: frozenset[Network | str]) -> str:
    """The nearest address that is no trusted proxy; what stands further left anybody can write."""
    for address in reversed([part.strip() for part in forwarded_for.split(",")]):
        if not is_address(address):
            return ""
        if not is_trusted(address, trusted):
            return address
    return ""


def last(header: str) -> str:
    """The value the nearest proxy added."""
    return header.rpartition(",")[2].strip()


def is_address(text: str) -> bool:
    """Whether ``text`` is an IPv4 or IPv6 address."""
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def is_trusted(address: str, trusted: frozenset[Network | str]) -> bool:
    """Whether ``address`` belongs to one of the trusted networks."""
    if not is_address(address):
        return not address and UNIX_SOCKET in trusted
    parsed = ip_address(address)
    return any(parsed in network for network in trusted if not isinstance(network, str))


@lru_cache(maxsize=8)
def networks(names: tuple[str, ...]) -> frozenset[Network | str]:
    """``TRUSTED_PROXIES`` read: addresses, networks in CIDR notation, or the word ``unix``."""
    return frozenset(
        name if name == UNIX_SOCKET else ip_network(name, strict=False) for name in names
    )
