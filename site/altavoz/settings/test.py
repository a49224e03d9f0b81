"""The tests' site: a real PostgreSQL, fixed keys, mail kept by Django's test outbox."""

import base64

from .base import *  # noqa: F403 - settings modules build on one another
from .base import env

DEBUG = False
SECRET_KEY = "tests only: " + "k" * 50
SEAL_KEYS = [base64.urlsafe_b64encode(b"s" * 32).decode()]
HASH_KEY = base64.urlsafe_b64encode(b"h" * 32).decode()
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]

# tests/conftest.py starts the PostgreSQL that comes with the test dependencies and sets this.
DATABASES = {"default": env.db("TEST_DATABASE_URL", default="postgres:///altavoz")}

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = "Altavoz <altavoz@example.org>"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SERVE_MEDIA = True
