"""What every Altavoz site shares; what differs is read from the environment."""

from pathlib import Path

from locales.languages import LANGUAGES as KNOWN_LANGUAGES
from locales.languages import Language, offered

from . import checks
from .content_policy import ADMIN_POLICY, PUBLIC_POLICY, with_pictures_from
from .environment import Environment

ROOT = Path(__file__).resolve().parents[3]

env = Environment(ROOT / ".env")
VAR = Path(env.text("ALTAVOZ_VAR", str(ROOT / "var")))

# --- identity -----------------------------------------------------------------------------------

SITE_NAME = env.text("ALTAVOZ_SITE_NAME", "Altavoz")
WAGTAIL_SITE_NAME = SITE_NAME
PORT = env.number("PORT", 8000)
BASE_URL = env.text("ALTAVOZ_BASE_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
WAGTAILADMIN_BASE_URL = BASE_URL

# --- applications, from the top floor to the ground ---------------------------------------------

INSTALLED_APPS = [
    "altavoz",
    "coalition",  # its models before its blocks, which alerts import
    "alerts",
    "alerts.letters",
    "alerts.petitions",
    "alerts.officials",
    "alerts.supporters",
    "home",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "taggit",
    "modelcluster",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "altavoz.middleware.TrustedProxyMiddleware",
    "altavoz.middleware.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "altavoz.middleware.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "altavoz.middleware.QueryKeepingRedirectMiddleware",
]

ROOT_URLCONF = "altavoz.urls"
WSGI_APPLICATION = "altavoz.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "home.context_processors.site",
            ],
        },
    },
]
FORM_RENDERER = "home.forms.AltavozRenderer"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- languages ----------------------------------------------------------------------------------

OFFERED_LANGUAGES: list[Language] = env.understood(
    "ALTAVOZ_LANGUAGES",
    ",".join(env.words("ALTAVOZ_LANGUAGES", [language.code for language in KNOWN_LANGUAGES])),
    lambda codes: offered(codes.split(",")),
    list(KNOWN_LANGUAGES),
)
LANGUAGES = [(language.code, language.own_name) for language in OFFERED_LANGUAGES]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
LANGUAGE_CODE = OFFERED_LANGUAGES[0].code
LOCALE_PATHS = [ROOT / "locales"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.text("ALTAVOZ_TIME_ZONE", "America/New_York")

WAGTAIL_I18N_ENABLED = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True

# --- files --------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("ALTAVOZ_STATIC_ROOT", str(VAR / "static")))
STATICFILES_DIRS = [ROOT / "static"]
MEDIA_URL = env.text("ALTAVOZ_MEDIA_URL", "/media/")
MEDIA_ROOT = Path(env.text("ALTAVOZ_MEDIA_ROOT", str(VAR / "media")))
STORAGES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Folders with fonts for PDFs, beside those that the system has.
FONT_FOLDERS: list[str] = env.words("ALTAVOZ_FONT_FOLDERS", [])

# --- Wagtail ------------------------------------------------------------------------------------

WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.images.ImageForm"
# What a small server can hold in memory while it draws a picture anew.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx"]
WAGTAILEMBEDS_FINDERS: list[dict[str, object]] = []

# --- work in the background ---------------------------------------------------------------------

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default"],
    },
}

# A task may take no longer than its lease: after that it is thought abandoned and run again.
TASK_LEASE_SECONDS = env.number("ALTAVOZ_TASK_LEASE_SECONDS", 600)
TASK_MAX_ATTEMPTS = 6
TASK_KEEP_DAYS = 7

MINUTE, HOUR, DAY = 60, 60 * 60, 24 * 60 * 60
PERIODIC_JOBS: list[tuple[str, float]] = [
    ("alerts.petitions.services.fold_tallies", 10),
    ("alerts.petitions.services.continue_sweeps", 5),
    ("alerts.petitions.services.announce_milestones", MINUTE),
    ("alerts.publishing.publish_scheduled", MINUTE),
    ("alerts.petitions.services.mail_forgotten", HOUR),
    ("alerts.petitions.services.remind_unconfirmed", HOUR),
    ("alerts.petitions.services.erase_unconfirmed", MINUTE),
    ("alerts.petitions.services.anonymise_ended", MINUTE),
    ("alerts.petitions.services.forget_networks", MINUTE),
    ("alerts.petitions.news.look_for_news", 10),
    ("alerts.letters.tasks.look_for_deliveries", MINUTE),
    ("alerts.letters.tasks.mail_forgotten", HOUR),
    ("alerts.publishing.publish_missed_words", 10 * MINUTE),
    ("coalition.publishing.publish_missed_words", 10 * MINUTE),
    ("alerts.letters.services.erase_unconfirmed", HOUR),
    ("coalition.services.mail_forgotten", HOUR),
    ("coalition.services.keep_delivered_figures", HOUR),
    ("coalition.services.erase_unconfirmed", DAY),
    ("coalition.services.erase_contacts", DAY),
    ("coalition.importing.erase_stale_imports", DAY),
    ("altavoz.worker.housekeeping.reap_abandoned_tasks", TASK_LEASE_SECONDS / 20),
    ("altavoz.worker.housekeeping.prune_finished_tasks", DAY),
]

# --- promises of the public pages ---------------------------------------------------------------

ADMIN_PREFIX = "/admin/"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": with_pictures_from(MEDIA_URL, PUBLIC_POLICY)}
ADMIN_CONTENT_SECURITY_POLICY = {"DIRECTIVES": with_pictures_from(MEDIA_URL, ADMIN_POLICY)}

TRUSTED_PROXIES: list[str] = env.understood(
    "ALTAVOZ_TRUSTED_PROXIES", env.text("ALTAVOZ_TRUSTED_PROXIES", ""), checks.proxies, []
)
PAGE_CACHE_SECONDS = env.number("ALTAVOZ_PAGE_CACHE_SECONDS", 0, least=0)
# A forwarded scheme is only left standing by TrustedProxyMiddleware if a trusted proxy wrote it.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# Wagtail's editor sends one field per part of a block; long alerts exceed Django's thousand.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"

CONFIRMATION_DAYS = env.number("ALTAVOZ_CONFIRMATION_DAYS", 7)
# After a petition has ended, who signed it is forgotten; the numbers stay.
ANONYMISE_AFTER_DAYS = env.number("ALTAVOZ_ANONYMISE_AFTER_DAYS", 183)
# Earlier values of HASH_KEY: what was hashed with them is still recognised.
OLD_HASH_KEYS: list[str] = env.understood(
    "ALTAVOZ_OLD_HASH_KEYS", env.text("ALTAVOZ_OLD_HASH_KEYS", ""), checks.keys, []
)
# Earlier values of SECRET_KEY: links that were mailed under them still work.
SECRET_KEY_FALLBACKS: list[str] = env.understood(
    "ALTAVOZ_OLD_SECRET_KEYS", env.text("ALTAVOZ_OLD_SECRET_KEYS", ""), checks.secrets, []
)
NEWS_PER_MINUTE = env.number("ALTAVOZ_NEWS_PER_MINUTE", 120, least=1)
