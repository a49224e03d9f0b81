"""What every page shares: its language, its translations and its cacheability."""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, TranslatableField

from home.alternates import Alternate, alternates_of
from locales.languages import BY_CODE, Language


class BasePage(Page):
    """A public page: one language, found under its code, the same bytes for every reader."""

    class Meta:
        abstract = True

    promote_panels: ClassVar = [
        FieldPanel("slug"),
        FieldPanel("seo_title"),
        FieldPanel("search_description"),
        FieldPanel("show_in_menus"),
    ]
    settings_panels: ClassVar = [PublishingPanel()]

    override_translatable_fields: ClassVar = [
        TranslatableField("title"),
        SynchronizedField("slug", overridable=False),
        TranslatableField("seo_title"),
        TranslatableField("search_description"),
        SynchronizedField("show_in_menus", overridable=False),
    ]

    @property
    def language(self) -> Language:
        """The language this page is written in."""
        return BY_CODE[self.locale.language_code]

    def alternates(self) -> list[Alternate]:
        """This page in every language it is published in."""
        return alternates_of(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["page_locale"] = self.language
        context["alternates"] = self.alternates()
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the page."""
        return self.in_public(request, partial(super().serve, request, *args, **kwargs))

    def in_public(self, request: HttpRequest, answer: Callable[[], HttpResponse]) -> HttpResponse:
        """Answer under this page's own language only; what is open to everybody may be cached."""
        if self.locale.language_code != request.LANGUAGE_CODE:
            raise Http404
        response = answer()
        if self.get_view_restrictions().exists():
            patch_cache_control(response, private=True, no_store=True)
        else:
            patch_cache_control(response, public=True, max_age=settings.PAGE_CACHE_SECONDS)
        return response


class PageWithHero(BasePage):
    """A page that opens with a picture and a few words."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences: shown at the top, on cards and by search engines."),
    )
    hero_image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_alt = models.CharField(
        _("what the picture shows"),
        max_length=250,
        blank=True,
        help_text=_("Read aloud to people who do not see it. Leave empty for mere decoration."),
    )

    class Meta:
        abstract = True

    hero_panels: ClassVar = [
        FieldPanel("summary"),
        FieldPanel("hero_image"),
        FieldPanel("hero_alt"),
    ]
    hero_translatable_fields: ClassVar = [
        TranslatableField("summary"),
        SynchronizedField("hero_image", overridable=False),
        TranslatableField("hero_alt"),
    ]
