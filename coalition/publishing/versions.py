"""The published versions of a statement, as readers of its page find them."""

import datetime
from dataclasses import dataclass, replace
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from home.alternates import Alternate
from locales.languages import BY_CODE, Language

from ..models import PublishedStatement

# Where, below the page's own address, its versions are.
ROUTE = "versions/"


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version in a list: its number, the day it was published, its language and address."""

    number: int
    day: datetime.date
    language: Language
    url: str
    newest: bool


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """One version as its own page shows it; ``words`` are its fields, ``statement`` is HTML."""

    number: int
    day: datetime.date
    words: dict[str, str]
    statement: SafeString
    newest: bool
    alternates: list[Alternate]


def find(page: Any, number: int) -> ShownVersion | None:
    """The version ``number`` of the page's statement in the page's language, if there is one.

    The versions of two languages are numbered each on its own: where the reader changes the
    language, the way leads to the list of versions there.
    """
    found = PublishedStatement.objects.filter(
        statement=page.statement_id, locale=page.locale.language_code, number__gte=number
    )
    versions = list(found.order_by("number"))
    if not versions or versions[0].number != number:
        return None
    version = versions[0]
    return ShownVersion(
        number=number,
        day=version.published_on,
        words=version.fields,
        # Rich text is cleaned by Wagtail when it is saved, and never changes after that.
        statement=mark_safe(version.fields["statement"]),  # noqa: S308
        newest=len(versions) == 1,
        alternates=_alternates(page, number),
    )


def routes_of(page: Any) -> list[str]:
    """The routes of the page's versions: the list of all, and each in the page's language."""
    found = PublishedStatement.objects.filter(
        statement=page.statement_id, locale=page.locale.language_code
    )
    numbers = found.order_by("number").values_list("number", flat=True)
    return [f"/{ROUTE}", *(f"/{ROUTE}{number}/" for number in numbers)]


def version_lines(page: Any) -> list[VersionLine]:
    """Every version of the page's statement in a language the page is live in, the newest first.

    Those in the page's own language lead, also where not everybody may read them; the others
    follow as the site offers its languages.
    """
    own = {page.locale.language_code: f"{page.url}{ROUTE}"}
    urls = own | {alternate.code: alternate.url for alternate in page.alternates(ROUTE)}
    lines: dict[str, list[VersionLine]] = {code: [] for code in urls}
    found = PublishedStatement.objects.filter(statement=page.statement_id, locale__in=urls)
    for version in found.defer("fields").order_by("-number"):
        there = lines[version.locale]
        there.append(_line(version, urls[version.locale], newest=not there))
    return [line for code in urls for line in lines[code]]


def _alternates(page: Any, number: int) -> list[Alternate]:
    here = f"{number}/"
    return [
        replace(found, url=f"{found.url}{here}") if found.current else found
        for found in page.alternates(ROUTE)
    ]


def _line(version: PublishedStatement, url: str, *, newest: bool) -> VersionLine:
    return VersionLine(
        number=version.number,
        day=version.published_on,
        language=BY_CODE[version.locale],
        url=f"{url}{version.number}/",
        newest=newest,
    )
