"""Signatures on paper: entered by staff, taken back, never changed."""

import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..errors import EnteredBefore
from ..models import PaperSignatures, Petition

ADDED, TAKEN_BACK = "petitions.add_paper", "petitions.take_back_paper"


@transaction.atomic
def add_paper(
    *,
    key: UUID,
    petition: Petition,
    number: int,
    source: str,
    collected_on: datetime.date,
    locale: str,
    region: str,
    by: Any,
) -> PaperSignatures:
    """Enter ``number`` signatures on paper and log who did; they are shown beside the count.

    ``source`` says where the sheets are, ``key`` is that of the form. Raises
    :class:`EnteredBefore` for the same from the same form, and ``ValueError`` for less than one.
    """
    if number < 1:
        raise ValueError(number)
    told = {
        "number": number,
        "source": source,
        "collected_on": collected_on,
        "locale": locale,
        "region": region,
    }
    once = uuid5(key, f"{petition.pk} {told}")
    new = {"petition": petition, "entered_by": by, **told}
    sheets, is_new = PaperSignatures.objects.get_or_create(key=once, defaults=new)
    if not is_new:
        raise EnteredBefore(str(key))
    _log(sheets, ADDED, by)
    return sheets


@transaction.atomic
def take_back_paper(*, sheets: PaperSignatures, by: Any) -> bool:
    """Count ``sheets`` no more, and log who said so; false where that was done before."""
    counted = PaperSignatures.objects.filter(pk=sheets.pk, taken_back_at=None)
    if not counted.update(taken_back_at=timezone.now(), taken_back_by=by):
        return False
    _log(sheets, TAKEN_BACK, by)
    return True


def _log(sheets: PaperSignatures, action: str, by: Any) -> None:
    """Tell the petition's history, without the words of the source."""
    told = {"number": sheets.number, "paper": sheets.pk}
    log(instance=sheets.petition, action=action, user=by, data=told)
