"""Who is listed under a sign-on letter."""

import datetime

from django.db.models import QuerySet

from .models import Petition, Signature
from .models.settings import Shown


def listed_signatures(
    petition: Petition,
    *,
    until: datetime.datetime | None = None,
    after: datetime.datetime | None = None,
) -> QuerySet[Signature]:
    """The signatures that count, of those who agreed to this very list and confirmed it.

    Who signed while the petition showed less has agreed to less, and is not among them. ``until``
    and ``after`` are about when a signature first counted: for most when its signer confirmed it,
    for one that was held when staff let it count. One that was made invalid by mistake and is
    counted again stands where it stood.
    """
    agreed = petition.signatures.filter(shows_name=True, shown_as=Shown.LISTED)
    counted = agreed.filter(state=Signature.State.COUNTED, confirmed_at__isnull=False)
    if until is not None:
        counted = counted.filter(counted_at__lte=until)
    return counted if after is None else counted.filter(counted_at__gt=after)
