"""Keeping what a sign-on letter was delivered with: its list "as of" a moment."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..errors import DeliveryRefused
from ..listed import listed_signatures
from ..models import DeliveredList, Petition

DELIVERED = "petitions.record_delivery"


@transaction.atomic
def record_delivery(
    *, petition: Petition, number: int, day: datetime.date, to_whom: str, by: Any
) -> DeliveredList:
    """Keep that the list was handed over on ``day``, and log who said so.

    It is the list as it stands now, or at the end of a day that is over, without those who have
    taken their names back meanwhile. ``number`` is what the list is to be, one more than the last,
    so that pressing twice records it once. The petition's state stays as it is.
    Raises :class:`DeliveryRefused`.
    """
    Petition.objects.select_for_update(no_key=True).get(pk=petition.pk)
    as_of, last = _moment(day), petition.deliveries.first()
    is_next = number == next_number(last) and (last is None or last.as_of <= as_of)
    names = listed_signatures(petition, until=as_of).count()
    if not (is_next and names and petition.is_sign_on):
        raise DeliveryRefused(f"Version {number} with {names} names.")
    made = DeliveredList.objects.create(
        petition=petition, number=number, as_of=as_of, to_whom=to_whom, names=names, recorded_by=by
    )
    log(instance=petition, action=DELIVERED, user=by, data={"number": number, "names": names})
    return made


def next_number(last: DeliveredList | None) -> int:
    """What the list after ``last`` is."""
    return last.number + 1 if last else 1


def _moment(day: datetime.date) -> datetime.datetime:
    """The end of ``day`` by the site's own clock, or now if that is still to come."""
    end = datetime.datetime.combine(day, datetime.time.max, timezone.get_default_timezone())
    return min(end, timezone.now())
