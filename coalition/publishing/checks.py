"""What stands in the way of a statement's page, in sentences an editor can act on."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Q
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.publishing import Problem, living_homes, source_of, untranslated

from ..models import Statement

# The fields of a page that are published with its statement.
WORDS = ("title", "words", "consent_text", "thank_you")


def check_statement(page: Any) -> None:
    """Refuse ``page``, a draft or one that is live, with a ``ValidationError`` for its fields."""
    errors: dict[str, list[str]] = defaultdict(list)
    for problem in problems(page, going_live=page.live):
        errors[problem.field or NON_FIELD_ERRORS].append(problem.message)
    if errors:
        raise ValidationError(dict(errors))


def problems(page: Any, *, going_live: bool) -> list[Problem]:
    """All that is wrong with the statement of ``page``; a draft may be unfinished still."""
    found = [*_in_statement(page), *_beside_source(page)]
    return [*found, *_unfinished(page)] if going_live else found


def _in_statement(page: Any) -> Iterator[Problem]:
    """A statement that lives elsewhere, or that would take the place of a published one."""
    statement = page.statement
    if statement and statement.home in living_homes([statement]) - {page.translation_key}:
        yield Problem(_("This statement already lives on another page."), field="statement")
    published = Statement.objects.filter(home=page.translation_key)
    if published.exclude(pk=page.statement_id).exists():
        message = _(
            "This page has published another statement, whose versions stay readable here."
            " Choose that one again, and add a page for the new one."
        )
        yield Problem(message, field="statement")


def _beside_source(page: Any) -> Iterator[Problem]:
    source = source_of(page)
    if source is not None and source.statement_id != page.statement_id:
        yield Problem(_("A translation keeps the statement of its source."), field="statement")


def _unfinished(page: Any) -> Iterator[Problem]:
    """What the public would miss."""
    if page.statement is None:
        yield Problem(_("Choose a statement, or create one."), field="statement")
    if not strip_tags(page.words).strip():
        yield Problem(_("Write the words that people stand behind."), field="words")
    if page.statement and page.statement.organisation_id and not page.consent_text:
        message = _("An organization asks to write to the endorsers: say who will, and about what.")
        yield Problem(message, field="consent_text")
    if missing := untranslated(page, Q(context__path__in=WORDS)):
        yield Problem(_sentence(missing))


def _sentence(missing: int) -> str:
    return ngettext(
        "%(count)d text of the statement is not translated yet. Translate it, then publish.",
        "%(count)d texts of the statement are not translated yet. Translate them, then publish.",
        missing,
    ) % {"count": missing}
