"""What an import leaves behind so that it can be undone, and how to see what changed since."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from ..models import Contact, Correction, Endorser
from ..services.entering import known, with_parts


@dataclass(slots=True)
class Trace:
    """Everything one import did.

    ``created`` has the marks of new endorsers by primary key, ``changed`` the columns of others
    with their values before and after, ``endorsements`` the new ones of those others, ``contacts``
    the sealed fields before (nothing for a new contact) and after, by contact.
    """

    created: dict[str, str] = field(default_factory=dict)
    changed: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    endorsements: list[int] = field(default_factory=list)
    contacts: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def to_json(self) -> str:
        """The trace, to be sealed."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Trace":
        """What :meth:`to_json` was called on."""
        return cls(**json.loads(text))


def marks(pks: Iterable[int]) -> dict[int, str]:
    """A digest of all that can change about each endorser, in a constant number of queries."""
    pks = list(pks)
    endorsers = with_parts(Endorser.objects.filter(pk__in=pks))
    contacts = Contact.objects.filter(endorser__in=pks).values_list(
        "endorser", "email_hash", "state", "locale"
    )
    reached = {pk: said for pk, *said in contacts}
    corrected = set(Correction.objects.filter(endorser__in=pks).values_list("endorser", flat=True))
    return {
        endorser.pk: _digest(endorser, reached.get(endorser.pk), endorser.pk in corrected)
        for endorser in endorsers.prefetch_related("endorsements", "history")
    }


def contact_fields(contact: Contact) -> dict[str, str]:
    """Who speaks as staff entered it, with the language; no mail that waits."""
    sealed = contact.unseal()
    said = {name: sealed.get(name, "") for name in ("name", "role", "email")}
    return {**said, "locale": contact.locale}


def _digest(endorser: Endorser, *more: object) -> str:
    stands = [
        (one.statement_id, one.counted_from, one.counted_until)
        for one in endorser.endorsements.all()
    ]
    history = [change.status for change in endorser.history.all()]
    own = (endorser.status, endorser.logo_id, endorser.logo_alt)
    said = repr((known(endorser), own, stands, history, more))
    return hashlib.sha256(said.encode()).hexdigest()
