"""The words that somebody acts under: those on the page they saw, and those that hold by now."""

from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from alerts.supporters.asks.published import PublishedWords

Version = TypeVar("Version", bound=PublishedWords)
Form = TypeVar("Form", bound=forms.Form)


def words_shown(request: HttpRequest, model: type[Version], version: int) -> Version:
    """The published words that an address names, in the reader's language, or ``Http404``."""
    found = model._default_manager.select_related(f"{model.ask_name}__organisation")
    return get_object_or_404(found, pk=version, locale=request.LANGUAGE_CODE)


def newest(words: Version) -> Version:
    """What the ask says by now, in the language of ``words``."""
    ask: Any = words.ask
    latest: Version = ask.versions.filter(locale=words.locale).latest("number")
    return latest


def renewed(form: Form, words: Version, sentence: str, **more: Any) -> Form:
    """``form`` as it was filled in, under what the ask says by now.

    Where that is not ``words``, ``sentence`` tells so, and no box stays ticked for another text.
    Of an ask that is not open, its page tells enough.
    ``more`` is what else such a form is made with.
    """
    latest = newest(words)
    ask: Any = words.ask
    if latest == words or not ask.is_open:
        return form
    kind: Any = type(form)
    fresh: Form = kind(form.data, version=latest, **more)
    fresh.add_error(None, sentence)
    return fresh
