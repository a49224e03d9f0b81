"""The trial site: SQLite, caught mail, memory of this process, keys made on first use."""

import environ

from .base import *  # noqa: F403 - settings modules build on one another
from .base import ROOT, VAR, env
from .trial_keys import trial_keys

environ.Env.read_env(ROOT / ".env")

VAR.mkdir(exist_ok=True)
_keys = trial_keys(VAR / "trial-keys.json")

DEBUG = env.bool("ALTAVOZ_DEBUG", default=False)
SECRET_KEY = env.str("ALTAVOZ_SECRET_KEY", default=_keys["secret_key"])
SEAL_KEYS = env.list("ALTAVOZ_SEAL_KEYS", default=[_keys["seal_key"]])
HASH_KEY = env.str("ALTAVOZ_HASH_KEY", default=_keys["hash_key"])
ALLOWED_HOSTS = env.list("ALTAVOZ_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR / "altavoz.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    },
}

EMAIL_BACKEND = "altavoz.caught_mail.CatchingBackend"
CAUGHT_MAIL_DIR = VAR / "mail"
DEFAULT_FROM_EMAIL = "Altavoz <altavoz@localhost>"

SERVE_MEDIA = True
WHITENOISE_USE_FINDERS = True
