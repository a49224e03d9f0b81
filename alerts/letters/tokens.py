"""The places in a letter that are filled in for each visitor and each official.

Stored texts hold canonical tokens (``{{recipient_name}}``); people read and type them in their own
language (``{{name of the official}}``). Only double braces are ours: a visitor's own [brackets]
and {single braces} are left alone.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

TOKEN = re.compile(r"\{\{([^{}]*)\}\}")
LEFT_OVER = re.compile(r"\{\{[^{}\n]{0,60}(?:\}\})?")


@dataclass(frozen=True, slots=True)
class Token:
    """One such place: its canonical name, and what it is called in the active language."""

    name: str
    label: str | Promise

    @property
    def canonical(self) -> str:
        """The token as it stands in a stored text."""
        return f"{{{{{self.name}}}}}"

    @property
    def for_reader(self) -> str:
        """The token as the reader of the active language sees it."""
        return f"{{{{{self.label}}}}}"


TOKENS = (
    Token("recipient_name", pgettext_lazy("letter token", "name of the official")),
    Token("recipient_title", pgettext_lazy("letter token", "title of the official")),
    Token("constituent_name", pgettext_lazy("letter token", "your name")),
    Token("constituent_city", pgettext_lazy("letter token", "your city")),
    Token("constituent_state", pgettext_lazy("letter token", "your state")),
    Token("constituent_zip", pgettext_lazy("letter token", "your ZIP code")),
)
BY_NAME = {token.name: token for token in TOKENS}


def validate_tokens(text: str) -> None:
    """Refuse an editor's text with unknown tokens, naming each and the line it stands on."""
    allowed = " ".join(token.canonical for token in TOKENS)
    errors = [
        ValidationError(
            _("Line %(line)d: “%(token)s” is not a known token. You can use: %(allowed)s"),
            code="unknown_token",
            params={
                "line": text.count("\n", 0, position) + 1,
                "token": written,
                "allowed": allowed,
            },
        )
        for written, position in _unknown(text)
    ]
    if errors:
        raise ValidationError(errors)


def to_reader(text: str, locale: str) -> str:
    """Show canonical tokens under the names they have in ``locale``."""
    with translation.override(locale):
        return TOKEN.sub(_for_reader, text)


def to_canonical(text: str) -> str:
    """Store what a reader typed: canonical names and labels of the active language alike."""
    names = {_plain(str(token.label)): token for token in reversed(TOKENS)} | BY_NAME

    def canonical(found: re.Match[str]) -> str:
        token = names.get(_plain(found[1]))
        return token.canonical if token else found[0]

    return TOKEN.sub(canonical, text)


def resolve(text: str, values: Mapping[str, str]) -> str:
    """Fill canonical tokens from ``values`` by name, once; those without a value stay."""

    def filled(found: re.Match[str]) -> str:
        return values.get(_plain(found[1]), found[0])

    return TOKEN.sub(filled, text)


def unresolved(text: str) -> list[str]:
    """Every token, known, unknown or broken, that still stands in ``text``; each once."""
    return list(dict.fromkeys(found[0].strip() for found in LEFT_OVER.finditer(text)))


def _unknown(text: str) -> list[tuple[str, int]]:
    """Each unknown token as written, with its place in ``text``."""
    return [
        (found[0].strip(), found.start())
        for found in LEFT_OVER.finditer(text)
        if not ((whole := TOKEN.fullmatch(found[0])) and _plain(whole[1]) in BY_NAME)
    ]


def _for_reader(found: re.Match[str]) -> str:
    token = BY_NAME.get(_plain(found[1]))
    return token.for_reader if token else found[0]


def _plain(name: str) -> str:
    """A name as compared: without direction marks, doubled spaces and capitals."""
    visible = "".join(char for char in name if unicodedata.category(char) != "Cf")
    return " ".join(visible.split()).casefold()
