"""A real site: PostgreSQL, Redis, mail that is sent, and no start with anything missing."""

from __future__ import annotations

import json

from . import checks
from .base import *  # noqa: F403 - settings modules build on one another
from .base import STORAGES, env
from .database import pooled
from .logs import JSON_LOGGING
from .mail import mail_settings

DEBUG = False

# --- what must be set ---------------------------------------------------------------------------

SECRET_KEY = env.understood(
    "ALTAVOZ_SECRET_KEY",
    env.text("ALTAVOZ_SECRET_KEY", needed="a long random text that signs links and sessions"),
    checks.secret,
    "",
)
SEAL_KEYS: list[str] = env.understood(
    "ALTAVOZ_SEAL_KEYS",
    env.text("ALTAVOZ_SEAL_KEYS", needed="the keys that seal personal data, newest first"),
    checks.keys,
    [],
)
HASH_KEY = env.understood(
    "ALTAVOZ_HASH_KEY",
    env.text("ALTAVOZ_HASH_KEY", needed="the key that makes addresses comparable"),
    checks.key,
    "",
)
ALLOWED_HOSTS: list[str] = env.understood(
    "ALTAVOZ_HOSTS",
    env.text("ALTAVOZ_HOSTS", needed="the host names of the site"),
    checks.hosts,
    [],
)
BASE_URL = WAGTAILADMIN_BASE_URL = env.understood(
    "ALTAVOZ_BASE_URL",
    env.text("ALTAVOZ_BASE_URL", needed="the public address, for links in mail"),
    checks.secure_url,
    "",
)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.understood(
    "ALTAVOZ_FROM_EMAIL",
    env.text("ALTAVOZ_FROM_EMAIL", needed="the sender of all mail, as Altavoz <act@example.org>"),
    checks.sender,
    "",
)

# --- database, cache, mail ----------------------------------------------------------------------

DATABASES: dict[str, dict[str, object]] = {
    "default": env.understood(
        "DATABASE_URL",
        env.text("DATABASE_URL", needed="postgres://user:password@host:5432/altavoz"),
        lambda url: pooled(checks.database_url(url), env.number("ALTAVOZ_DATABASE_POOL", 4)),
        {},
    )
}
CACHES = {
    "default": {
        "BACKEND": "altavoz.caches.ForgivingRedisCache",
        "LOCATION": env.understood(
            "REDIS_URL",
            env.text("REDIS_URL", needed="redis://host:6379/0"),
            checks.redis_url,
            "",
        ),
        "KEY_PREFIX": "altavoz",
        "OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1},
    }
}
globals().update(mail_settings(env))

# --- files --------------------------------------------------------------------------------------

STORAGES["default"] = {
    "BACKEND": env.text("ALTAVOZ_MEDIA_STORAGE", "django.core.files.storage.FileSystemStorage"),
    "OPTIONS": env.understood(
        "ALTAVOZ_MEDIA_STORAGE_OPTIONS",
        env.text("ALTAVOZ_MEDIA_STORAGE_OPTIONS", "{}"),
        json.loads,
        {},
    ),
}
STORAGES["staticfiles"] = {
    "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage",
}

# --- the wire -----------------------------------------------------------------------------------

PAGE_CACHE_SECONDS = env.number("ALTAVOZ_PAGE_CACHE_SECONDS", 10, least=0)
SECURE_SSL_REDIRECT = True
# A load balancer asks from inside, where there is no certificate.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = env.number("ALTAVOZ_HSTS_SECONDS", 365 * 24 * 60 * 60, least=0)
# Subdomains and the browsers' preload list concern more sites than this one.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-altavoz-session"
CSRF_COOKIE_NAME = "__Host-altavoz-csrf"

LOGGING = JSON_LOGGING

env.refuse_if_faulty()
