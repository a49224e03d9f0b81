"""Reasons that staff approved for the public, of which some go into a packet."""

from collections.abc import Collection

from django.db.models import QuerySet

from ..display import Reason, Signer, opened, reason_of, shown_signatures
from ..models import Packet, Petition, Signature
from ..models.settings import Shown
from ..places import nameable, state_counts

MOST = 100


def approved(petition: Petition) -> dict[str, Reason]:
    """The newest of them by the key of their signature; none where nothing is public."""
    return _read(petition, _shown(petition)[:MOST])


def chosen(petition: Petition, keys: Collection[str]) -> list[Reason]:
    """Those of ``keys`` that the public may read still, first to last."""
    return list(_read(petition, _shown(petition).filter(pk__in=keys).reverse()).values())


def signer_entry(packet: Packet, signer: Signer) -> tuple[str, str]:
    """What stands below a reason: no name in a packet without names, no place without places."""
    name = signer.name if packet.with_names else ""
    return name, signer.place if packet.with_places else ""


def _shown(petition: Petition) -> QuerySet[Signature]:
    if petition.shows == Shown.NOTHING:
        return Signature.objects.none()
    return shown_signatures(petition).filter(reason_state=Signature.ReasonState.SHOWN)


def _read(petition: Petition, signatures: QuerySet[Signature]) -> dict[str, Reason]:
    places = nameable(state_counts(petition))
    read = opened(signatures, holding="reason")
    return {str(row.pk): reason_of(row, told, places) for row, told in read}
