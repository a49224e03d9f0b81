"""Every address of the site."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import serve as serve_page

from alerts.urls import mailed
from altavoz.health import healthz

handler404 = "home.views.page_not_found"

urlpatterns = [
    path("healthz", healthz),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]

if getattr(settings, "SERVE_MEDIA", False):
    urlpatterns += [
        re_path(
            rf"^{settings.MEDIA_URL.strip('/')}/(?P<path>.*)$",
            serve,
            {"document_root": settings.MEDIA_ROOT},
        ),
    ]

urlpatterns += i18n_patterns(
    path("act/", include("alerts.urls", namespace="act")),
    # Wagtail's own pattern knows no dot; a page's files are routes of the page.
    re_path(r"^((?:[\w\-]+/)+[\w\-]+\.(?:csv|json))$", serve_page),
    path("", include(wagtail_urls)),
)

# In a language that is not offered any more, what was mailed in it speaks the reader's.
urlpatterns += [re_path(r"^[a-z]{2,3}(?:-[A-Za-z0-9]+)*/act/", include(mailed))]
