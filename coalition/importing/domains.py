"""Keeping known whether contacts write from the domains of their endorsers' websites."""

from collections.abc import Iterable

from ..domains import domain_matches_for
from ..models import Contact, Endorser
from ..services.entering import BATCH


def look_at_domains(endorsers: Iterable[Endorser]) -> None:
    """Compare anew the addresses of the contacts of ``endorsers``, whose websites have changed."""
    by_pk = {endorser.pk: endorser for endorser in endorsers}
    contacts = list(Contact.objects.select_for_update().filter(endorser__in=by_pk).order_by("pk"))
    for contact in contacts:
        email = contact.unseal()["email"]
        contact.domain_matches = domain_matches_for(by_pk[contact.endorser_id], email)
    Contact.objects.bulk_update(contacts, ["domain_matches"], batch_size=BATCH)
