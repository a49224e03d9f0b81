"""Deleting entries of the register, and what names them without hanging on them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import copy

from django.db import transaction

from ..importing.forgetting import forget_deleted_in_imports
from ..models import Endorser
from .contacts import forget_consents
from .logged import forget_names


@contextmanager
def deleting(*, endorsers: Iterable[Endorser]) -> Iterator[None]:
    """Stand around the deletion of ``endorsers``, in one transaction with it.

    Forgets what their contacts would have allowed and what imports keep of both, and at last the
    names of persons in the admin's history, where the deletion itself is noted.
    """
    gone = [copy(endorser) for endorser in endorsers]
    keys = [endorser.pk for endorser in gone]
    with transaction.atomic():
        held = Endorser.objects.filter(pk__in=keys).order_by("pk").select_for_update()
        forget_deleted_in_imports(held.values_list("pk", flat=True))
        forget_consents(endorsers=gone)
        yield
        forget_names(endorsers=gone)
