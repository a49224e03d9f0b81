"""The tests' site: a real PostgreSQL, fixed keys, mail kept by Django's test outbox."""

import base64

import environ

from tests.postgres import database_url

from .base import *  # noqa: F403 - settings modules build on one another
from .base import env

DEBUG = False
SECRET_KEY = "tests only: " + "k" * 50
SEAL_KEYS = [base64.urlsafe_b64encode(b"s" * 32).decode()]
HASH_KEY = base64.urlsafe_b64encode(b"h" * 32).decode()
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]

DATABASES = {"default": environ.Env.db_url_config(database_url())}

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = "Altavoz <altavoz@example.org>"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SERVE_MEDIA = True
# Static files come straight from where they lie; nothing has been collected.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

env.refuse_if_faulty()
