"""What an endorser stands behind, as staff enter it."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from ..models import Endorsement, Endorser


@transaction.atomic
def set_statements(*, endorser: Endorser, statements: Iterable[int]) -> None:
    """Make ``statements``, given by their keys, all that ``endorser`` stands behind from now on.

    What is new counts at once if the endorser, whose row the caller has locked, is approved.
    """
    now, wanted = timezone.now(), set(statements)
    present = endorser.endorsements.filter(counted_until=None)
    known = set(present.values_list("statement", flat=True))
    gone = present.exclude(statement__in=wanted)
    gone.filter(counted_from=None).delete()
    gone.update(counted_until=now)
    is_listed = endorser.status == Endorser.Status.APPROVED
    Endorsement.objects.bulk_create(
        Endorsement(
            endorser=endorser, statement_id=statement, counted_from=now if is_listed else None
        )
        for statement in sorted(wanted - known)
    )
