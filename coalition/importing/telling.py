"""How plans are told to people: columns and values in their words."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from ..models import Endorser
from ..places import PLACES, place_name
from ..services.entering import FIELDS, NOTE
from ..spoken import language_name
from .plans import Change, Item


def told_change(change: Change) -> tuple[str, str, str]:
    """The label of the column, what it says and what it would say."""
    return (
        column_label(change.column),
        told_value(change.column, change.before),
        told_value(change.column, change.after),
    )


def column_label(column: str) -> str:
    """What staff know a column as."""
    if column in FIELDS:
        field: Any = Endorser._meta.get_field(FIELDS[column])
        return str(field.verbose_name)
    if column.startswith(NOTE):
        language = language_name(column.removeprefix(NOTE))
        return _("note in %(language)s") % {"language": language}
    return {"places": _("places"), "languages": _("languages")}[column]


def told_value(column: str, value: Any) -> str:
    """A value as staff read it; a dash where there is none."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        name = place_name if column == "places" else language_name
        return ", ".join(name(code) for code in value) or "–"
    choices = {"scope": Endorser.Scope, "kind": Endorser.Kind}
    if column in choices and value:
        return str(choices[column](value).label)
    return value or "–"


def listed_under(headings: Iterable[str]) -> str:
    """The headings of an endorser: NATIONAL, INTERNATIONAL or the names of places."""
    return ", ".join(place_name(code) if code in PLACES else code for code in headings)


def told_lines(item: Item) -> str:
    """The lines an endorser stands on: 2, 3, 7."""
    return ", ".join(map(str, sorted(item.lines)))
