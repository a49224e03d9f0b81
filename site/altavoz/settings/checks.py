"""What values of the environment must be; each raises ``ValueError`` with half a sentence."""

import base64
import binascii
from email.utils import parseaddr
from ipaddress import ip_network
from urllib.parse import urlsplit

from .environment import parts

KEY_BYTES = 32
SECRET_LENGTH = 50


def secret(value: str) -> str:
    """A text nobody can guess."""
    if value and len(value) < SECRET_LENGTH:
        raise ValueError(f"it must be at least {SECRET_LENGTH} characters long")
    return value


def secrets(value: str) -> list[str]:
    """Several such texts, separated by commas."""
    return [secret(part) for part in parts(value)]


def key(value: str) -> str:
    """32 random bytes in URL-safe base64."""
    try:
        length = len(base64.urlsafe_b64decode(value))
    except (binascii.Error, ValueError):
        length = -1
    if value and length != KEY_BYTES:
        raise ValueError(f"every key must be {KEY_BYTES} bytes in URL-safe base64")
    return value


def keys(value: str) -> list[str]:
    """Several keys, separated by commas."""
    return [key(part) for part in parts(value)]


def secure_url(value: str) -> str:
    """The public address of the site."""
    parts = urlsplit(value)
    if value and (parts.scheme != "https" or not parts.hostname or parts.path.strip("/")):
        raise ValueError("it must look like https://act.example.org")
    return value.rstrip("/")


def sender(value: str) -> str:
    """The sender of mail, with a name or without."""
    user, _at, domain = parseaddr(value)[1].rpartition("@")
    if value and not (user and domain and len(f"{user}@{domain}".split()) == 1):
        raise ValueError("it must look like Altavoz <act@example.org>")
    return value


def database_url(value: str) -> str:
    """The address of a PostgreSQL database."""
    if value and not value.startswith(("postgres://", "postgresql://")):
        raise ValueError("it must look like postgres://user:password@host:5432/altavoz")
    return value


def redis_url(value: str) -> str:
    """The address of a Redis server."""
    if value and not value.startswith(("redis://", "rediss://", "unix://")):
        raise ValueError("it must look like redis://host:6379/0")
    return value


def hosts(value: str) -> list[str]:
    """Host names the site answers to; not any."""
    names = parts(value)
    if "*" in names:
        raise ValueError("name the hosts; * would let anybody forge links in mail")
    return names


def proxies(value: str) -> list[str]:
    """Addresses or networks of reverse proxies, or the word ``unix``."""
    names = parts(value)
    for name in names:
        if name != "unix":
            ip_network(name, strict=False)
    return names
