"""Where an act came from, as keyed hashes: equal for equal origins, readable by nobody.

Of the network the key is another every day, so that nobody can be followed from one day to the
next, and is destroyed after it. Of the address's domain it stays.
"""

from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.utils.crypto import salted_hmac

from .canonical import canonical_email
from .day_keys import key_of_today

# What a provider gives to one household or hall.
IPV6_PREFIX = 64


def network_hash(address: str) -> str:
    """64 hexadecimal digits for the network of ``address`` today, in UTC.

    They are keyed twice: neither the database nor ``HASH_KEY`` alone tells a network. Empty for
    what is no address, as of a request over a socket.
    """
    network = _network(address)
    return _keyed(f"altavoz.network.{key_of_today().hex()}", network)[0] if network else ""


def domain_of(email: str) -> str:
    """The domain of ``email`` in the spelling under which addresses are compared."""
    return canonical_email(email).rpartition("@")[2]


def domain_hash(email: str) -> str:
    """64 hexadecimal digits for the domain of ``email``; a bare domain has an @ before it."""
    return known_domain_hashes(email)[0]


def known_domain_hashes(email: str) -> list[str]:
    """The one of :func:`domain_hash`, then those under each of ``OLD_HASH_KEYS``."""
    return _keyed("altavoz.domain", domain_of(email))


def _network(address: str) -> str:
    try:
        parsed = ip_address(address.strip())
    except ValueError:
        return ""
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(IPv6Network((int(parsed), IPV6_PREFIX), strict=False))


def _keyed(purpose: str, value: str) -> list[str]:
    keys = (settings.HASH_KEY, *settings.OLD_HASH_KEYS)
    return [salted_hmac(purpose, value, secret=key, algorithm="sha256").hexdigest() for key in keys]
