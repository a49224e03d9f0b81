"""Doing an act once more that the database broke off, since two waited for each other."""

from collections.abc import Callable
from functools import wraps

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]
# What PostgreSQL calls it; of the two it undoes one, as if that had never begun.
DEADLOCK = "40P01"


def retried(view: View) -> View:
    """Make ``view`` begin once more after a deadlock: by then the other is done."""

    @wraps(view)
    def tried(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != DEADLOCK:
                raise
        return view(request, *args, **kwargs)

    return tried
