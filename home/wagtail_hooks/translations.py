"""Publishing translations: wagtail-localize's buttons, with reasons where they must not work."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from home.publishing import Problem, problems_of_translation

from .publishing import tell

BEFORE_LOCALIZE = -1


@hooks.register("before_edit_page", order=BEFORE_LOCALIZE)
def refuse_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The translation editor's button to publish; what is translated so far is kept."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
    if translation is None or not tell(request, page, problems_of_translation(translation)):
        return None
    return redirect(request.path)


class SyncTranslationsView(UpdateTranslationsView):
    """Brings translations up to date and publishes those that may go live."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Bring up to date first, then publish one by one, and say which were not published."""
        publish = form.cleaned_data["publish_translations"]
        form.cleaned_data["publish_translations"] = False
        response: HttpResponse = super().form_valid(form)
        if publish:
            enabled = Translation.objects.filter(source=self.object, enabled=True)
            for translation in enabled.select_related("source", "target_locale"):
                self.publish(translation)
        return response

    def publish(self, translation: Translation) -> None:
        """Publish one, or say why not."""
        page = translation.get_target_instance()
        if tell(self.request, page, problems_of_translation(translation)):
            return
        try:
            translation.save_target(user=self.request.user, publish=True)
        except ValidationError as error:
            tell(self.request, page, [Problem(" ".join(error.messages))])


@hooks.register("register_admin_urls", order=BEFORE_LOCALIZE)
def sync_urls() -> list[URLPattern]:
    """wagtail-localize's own address, found before it."""
    view = SyncTranslationsView.as_view()
    return [path("localize/update/<int:translation_source_id>/", view)]
