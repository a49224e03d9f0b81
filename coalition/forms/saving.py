"""What the register's form stores beside the endorser's own row."""

from typing import Any

from ..models import Endorser
from ..services.endorsing import set_statements
from ..services.entering import NOTE, update_endorsers
from ..services.status import change_status


def save_entry(endorser: Endorser, typed: dict[str, Any], *, by: Any, is_new: bool) -> None:
    """Store places, languages, remarks and statements, and give a new entry its first status."""
    notes = {f"{NOTE}{locale}": text for locale, text in typed["note_texts"].items()}
    parts = {"places": typed["place_codes"], "languages": typed["language_codes"]}
    update_endorsers([(endorser, {**parts, **notes})])
    statements = [statement.pk for statement in typed["statement_keys"]]
    set_statements(endorser=endorser, statements=statements)
    if is_new:
        to = Endorser.Status.APPROVED if typed["list_now"] else Endorser.Status.CONFIRMED
        endorser.status = change_status(endorser_id=endorser.pk, to=to, by=by).status
