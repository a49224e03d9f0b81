"""The measured site: PostgreSQL and real keys as in the tests, caching in memory, mail as files."""

import os
from pathlib import Path

from altavoz.settings.database import pooled
from altavoz.settings.test import *  # noqa: F403 - settings modules build on one another
from altavoz.settings.test import DATABASES, PERIODIC_JOBS

FOLDER = Path(os.environ["BENCH_FOLDER"])

ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "bench.urls"
PAGE_CACHE_SECONDS = int(os.environ.get("BENCH_PAGE_CACHE_SECONDS", "0"))
MEDIA_ROOT = FOLDER / "media"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
WHITENOISE_USE_FINDERS = True

EMAIL_BACKEND = "altavoz.caught_mail.CatchingBackend"
CAUGHT_MAIL_DIR = FOLDER / "mail"

# As in production where a benchmark asks for it; else each request has a connection of its own.
if "BENCH_POOL" in os.environ:
    DATABASES["default"] = pooled(os.environ["TEST_DATABASE_URL"], int(os.environ["BENCH_POOL"]))

# The worker folds as often as it can, so that it is caught at it.
FOLDING = "alerts.petitions.services.fold_tallies"
PERIODIC_JOBS[:] = [(job, 0.2 if job == FOLDING else every) for job, every in PERIODIC_JOBS]
