"""The trial site: SQLite, caught mail, memory of this process, keys made on first use."""

from .base import *  # noqa: F403 - settings modules build on one another
from .base import STATIC_ROOT, VAR, env
from .logs import TRIAL_LOGGING
from .trial_keys import trial_keys

VAR.mkdir(parents=True, exist_ok=True)
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
_keys = trial_keys(VAR / "trial-keys.json")

DEBUG = env.flag("ALTAVOZ_DEBUG", default=False)
SECRET_KEY = env.text("ALTAVOZ_SECRET_KEY", _keys["secret_key"])
SEAL_KEYS = env.words("ALTAVOZ_SEAL_KEYS", [_keys["seal_key"]])
HASH_KEY = env.text("ALTAVOZ_HASH_KEY", _keys["hash_key"])
ALLOWED_HOSTS = env.words("ALTAVOZ_HOSTS", ["127.0.0.1", "localhost", "[::1]"])

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
LOGGING = TRIAL_LOGGING
WHITENOISE_USE_FINDERS = True

env.refuse_if_faulty()
