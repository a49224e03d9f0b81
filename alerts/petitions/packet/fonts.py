"""Which characters the fonts of this server can draw; what they cannot is named by its script."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import groupby

from django.conf import settings
from django.utils.translation import gettext as _
from fontTools.ttLib import TTFont, TTLibError
from fontTools.unicodedata import script as script_of

from locales.cldr import cldr_locale
from locales.languages import Language

from .typesetting import list_fonts

# These are tried first; whatever else is there is tried after them.
PREFERRED = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Naskh Arabic",
    "DejaVu Sans",
    "Libertinus Serif",
)
# What every font has that the typesetter brings with it.
WESTERN = frozenset([*range(0x20, 0x17F), *range(0x2010, 0x2027)])
# Signs of no script, such as pictures, and marks that take their letter's.
NO_SCRIPT = frozenset({"Zyyy", "Zinh", "Zzzz"})
JOINER = "\u200d"
INVISIBLE = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp"})
# Signs of these categories that are drawn all the same: number and verse signs, notes between
# lines, joiners of hieroglyphs, the space of Ogham.
DRAWN = frozenset(
    [
        *"\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u1680",
        *"\ufff9\ufffa\ufffb\U000110bd\U000110cd",
        *map(chr, range(0x13430, 0x13440)),
    ]
)


@dataclass(frozen=True)
class Font:
    """A family, by one of its files."""

    family: str
    path: str | None
    index: int

    @property
    def is_preferred(self) -> bool:
        """Whether the typesetter is told to try it."""
        return self.family in PREFERRED

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that it draws; none for a file that cannot be read."""
        if self.path is None:
            return WESTERN
        try:
            with TTFont(self.path, fontNumber=self.index, lazy=True) as file:
                return frozenset(file.getBestCmap() or ())
        except (OSError, TTLibError):
            return frozenset()


@cache
def found_fonts() -> tuple[Font, ...]:
    """One font of each family, the preferred ones first; read once."""
    families: dict[str, Font] = {}
    for family, path, index in list_fonts():
        families.setdefault(family, Font(family, path, index))
    first = [families.pop(name) for name in PREFERRED if name in families]
    return (*first, *families.values())


def font_names() -> list[str]:
    """The preferred families that are there; the typesetter goes on to the others by itself."""
    return [font.family for font in found_fonts() if font.is_preferred]


def undrawable_scripts(texts: Iterable[str]) -> set[str]:
    """The scripts (by ISO 15924) of what no font can draw in ``texts``."""
    foreign = (text for text in texts if not text.isascii())
    clusters = {cluster for text in foreign for cluster in _clusters(text)}
    return {_script(cluster) for cluster in clusters if not _can_draw(cluster)}


def undrawn_languages() -> list[Language]:
    """The offered languages whose script no font here can draw."""
    languages: list[Language] = settings.OFFERED_LANGUAGES
    return [language for language in languages if undrawable_scripts([language.own_name])]


def drawable(text: str) -> str:
    """``text``, with the name of its script in brackets for what no font can draw."""
    parts = groupby(_clusters(text), key=_missing)
    return "".join(f"[{script_name(code)}]" if code else "".join(run) for code, run in parts)


def script_name(code: str) -> str:
    """A script in the reader's language, such as Arabic for ``Arab``."""
    return _("symbols") if code in NO_SCRIPT else cldr_locale().scripts.get(code, code)


def _missing(cluster: str) -> str:
    return "" if _can_draw(cluster) else _script(cluster)


def _script(cluster: str) -> str:
    return str(script_of(cluster[0]))


def _clusters(text: str) -> Iterator[str]:
    """Letters with their marks: each is drawn by one font."""
    cluster = ""
    for char in unicodedata.normalize("NFC", text):
        if cluster and (JOINER in (char, cluster[-1]) or unicodedata.category(char)[0] == "M"):
            cluster += char
            continue
        if cluster:
            yield cluster
        cluster = char
    if cluster:
        yield cluster


@lru_cache(maxsize=20_000)
def _can_draw(cluster: str) -> bool:
    """Whether it is drawn for certain.

    The typesetter tries the preferred fonts, and then one that has the letter: which one is not
    known, so each of those must have marks of other scripts as well.
    """
    points = [ord(char) for char in cluster if _is_drawn(char)]
    if not points or any(_has(font, points) for font in found_fonts() if font.is_preferred):
        return True
    others = [font for font in found_fonts() if not font.is_preferred and _has(font, points[:1])]
    is_mixed = len({script_of(chr(point)) for point in points}) > 1
    fits = [_has(font, points) for font in others]
    return any(fits) and (all(fits) or not is_mixed)


def _has(font: Font, points: list[int]) -> bool:
    return font.characters.issuperset(points)


def _is_drawn(char: str) -> bool:
    return char in DRAWN or unicodedata.category(char) not in INVISIBLE
