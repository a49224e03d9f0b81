"""What every action block shares."""

from typing import Any

from django import forms
from wagtail import blocks


class ActionBlock(blocks.StructBlock):
    """A block that owns an action: it holds its words and shows its form.

    A subclass names its ``kind`` (also the name of its chooser field) and provides ``words``,
    ``publish`` and ``new_form``.
    """

    kind: str
    # The fields in which an editor may write tokens.
    with_tokens: tuple[str, ...] = ()

    def words(self, value: Any, page: Any) -> dict[str, str]:
        """The fields that are published, in the page's language."""
        raise NotImplementedError

    def publish(self, action: Any, locale: str, words: dict[str, str], home: Any) -> None:
        """Claim the action for the alert ``home`` and publish its words."""
        raise NotImplementedError

    def latest_version(self, action: Any, locale: str) -> Any:
        """The newest published words in ``locale``, or ``None``."""
        if action is None:
            return None
        return action.versions.filter(locale=locale).order_by("-number").first()

    def new_form(self, version: Any, action: Any, page: Any) -> forms.Form:
        """An empty form, the same for everybody; in a preview each may be missing."""
        raise NotImplementedError

    def publish_words(self, value: Any, page: Any) -> None:
        """Publish this block's words as ``page`` goes live; it may name no action yet."""
        locale, action = page.locale.language_code, value.get(self.kind)
        if action is not None:
            self.publish(action, locale, self.words(value, page), page.translation_key)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        page, action = context.get("page"), value.get(self.kind)
        request = context.get("request")
        version = self.latest_version(action, page.locale.language_code) if page else None
        bound = context.get("bound_forms", {}).get((self.kind, action.pk if action else None))
        inert = page is None or getattr(request, "is_preview", False)
        can_act = bool(version and action.is_open)
        return context | {
            "action": action,
            "version": version,
            "form": bound or self.new_form(version, action, page),
            "inert": inert,
            "can_act": can_act,
            "shows_form": bool(inert or bound or can_act),
        }

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_preview_context(value, parent_context)
        return {**context, "page": None}
