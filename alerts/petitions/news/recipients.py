"""Who gets an update, and laying out a mail for each of them."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone

from ..models import Signature, Update, UpdateMail

BATCH = 1_000
BEFORE_ALL = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Readers:
    """How many signers read ``locale``; ``text`` is the language that an update has for them."""

    locale: str
    number: int
    text: str

    @property
    def is_fallback(self) -> bool:
        """Whether they get it in another language than theirs."""
        return self.text != self.locale


def recipients(petition: int) -> QuerySet[Signature]:
    """The counted signatures of those who asked for news, one for each address.

    Where signatures count without being confirmed, nobody has shown that the address is theirs:
    whoever has not confirmed gets none.
    """
    counted = Signature.objects.filter(petition=petition, state=Signature.State.COUNTED)
    asked = counted.filter(wants_news=True, confirmed_at__isnull=False).exclude(email_hash="")
    first = asked.filter(email_hash=OuterRef("email_hash"), slot__lt=OuterRef("slot"))
    return asked.filter(~Exists(first))


def readers_of(update: Update) -> list[Readers]:
    """Who would get ``update`` if it were sent now, by their language, the largest group first."""
    groups = recipients(update.petition_id).order_by().values_list("locale")
    return [
        Readers(locale, number, update.text_for(locale).locale)
        for locale, number in groups.annotate(number=Count("pk")).order_by("-number", "locale")
    ]


@transaction.atomic
def spread(update_id: int) -> bool:
    """Lay out the next mails of an update; returns whether more are left.

    Mails and the place in the row of signatures are written together: a worker that dies leaves
    neither, and nobody gets two mails.
    """
    update = Update.objects.select_for_update().get(pk=update_id)
    if update.state != Update.State.SENDING or update.spread_at is not None:
        return False
    ahead = recipients(update.petition_id).filter(pk__gt=update.spread_to or BEFORE_ALL)
    batch = list(ahead.order_by("pk").values_list("pk", flat=True)[:BATCH])
    mails = [UpdateMail(update=update, signature_id=signature) for signature in batch]
    UpdateMail.objects.bulk_create(mails, ignore_conflicts=True)
    if batch:
        update.spread_to = batch[-1]
    else:
        update.spread_at = timezone.now()
    update.save(update_fields=["spread_to", "spread_at"])
    return bool(batch)
