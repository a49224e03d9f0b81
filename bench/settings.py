"""The measured site: PostgreSQL and real keys as in the tests, caching in memory."""

import os
from pathlib import Path

from altavoz.settings.test import *  # noqa: F403 - settings modules build on one another

ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "bench.urls"
PAGE_CACHE_SECONDS = int(os.environ.get("BENCH_PAGE_CACHE_SECONDS", "0"))
MEDIA_ROOT = Path(os.environ["BENCH_MEDIA_ROOT"])
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
WHITENOISE_USE_FINDERS = True
