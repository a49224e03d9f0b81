"""Finding the statement that an operator names."""

from uuid import UUID

from django.core.management.base import CommandError
from django.db.models import Q

from coalition.models import Statement

# The digits of the largest key that the database counts to.
LONGEST_KEY = 19


def statement_named(name: str) -> Statement:
    """The one statement of that name, number or id; raises ``CommandError`` naming the others."""
    found = list(Statement.objects.filter(_named(name))[:2])
    if len(found) == 1:
        return found[0]
    known = "; ".join(f"{one.pk}: {one.name}" for one in Statement.objects.all()[:20])
    what = "Several statements are" if found else "No statement is"
    message = f"{what} called {name}. There are: {known or 'none'}."
    raise CommandError(message)


def _named(name: str) -> Q:
    if name.isascii() and name.isdecimal() and len(name) <= LONGEST_KEY:
        return Q(pk=name) | Q(name=name)
    try:
        return Q(uuid=UUID(name))
    except ValueError:
        return Q(name__iexact=name)
