"""All that is kept under one exact address: found, told and erased when its owner asks for it."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models, transaction
from wagtail.log_actions import log
from wagtail.models import Site

from .asks.act import Act
from .hashing import known_hashes
from .leaving import WAYS, leave_everything
from .models import Consent, Silence
from .sealing import SealBroken
from .silence import lift_silence

# What tells nobody anything: keyed hashes, and what only machinery needs.
UNTOLD = {"sealed", "fingerprint", "email_hash", "name_hash", "network_hash", "domain_hash"} | {
    *("code_hash", "code_tries", "code_until"),
}
FIND, SHOW = "supporters.find", "supporters.show"
EXPORT, ERASE = "supporters.export", "supporters.erase"
# What is done with an address itself, of which nothing may be kept.
SEARCH, LIFT = "supporters.search", "supporters.lift"
EXPORT_ALL, ERASE_ALL = "supporters.export_all", "supporters.erase_all"


def note_step(action: str, *, by: Any) -> None:
    """Note before it is done what ``by`` does with an address, which is not named.

    It stands in the history of ``by``, or of the site for who runs a command.
    """
    log(instance=by or Site.objects.first(), action=action, user=by)


def find(address: str, *, by: Any = None) -> list[Act]:
    """Everything that was done here with ``address``, of whatever kind, pending or not.

    That somebody looked is noted, found or not, and in the history of each.
    """
    note_step(SEARCH, by=by)
    return _noted(_acts_of(address), FIND, by)


def note_reading(act: Act, *, by: Any) -> None:
    """Note in the history of ``act`` that ``by`` reads whose it is."""
    _noted([act], SHOW, by)


def export(address: str, *, by: Any = None) -> dict[str, object]:
    """All that is kept about ``address``, opened, as values that JSON can hold; noted as well."""
    note_step(EXPORT_ALL, by=by)
    hashes = known_hashes(address)
    silences = Silence.objects.filter(email_hash__in=hashes).order_by("since")
    consents = Consent.objects.filter(email_hash__in=hashes).select_related("text__organisation")
    return {
        "address": address,
        "acts": [told(act) for act in _noted(_acts_of(address), EXPORT, by)],
        "consents": [_told_consent(consent) for consent in consents.order_by("given_at", "pk")],
        "not_mailed_since": [silence.since.isoformat() for silence in silences],
    }


@transaction.atomic
def erase(address: str, *, by: Any = None) -> list[Act]:
    """Take back and erase all that was done with ``address``; it is not mailed again.

    Returns what is of a kind that has a way of its own to be erased, and stays.
    """
    note_step(ERASE_ALL, by=by)
    found = _noted(_acts_of(address), ERASE, by)
    leave_everything(email_hashes=known_hashes(address))
    left = tuple(way.model for way in WAYS.values())
    return [act for act in found if not isinstance(act, left)]


def lift(address: str, *, by: Any = None) -> None:
    """Let ``address`` be mailed again, because its owner asks for it; noted as well."""
    note_step(LIFT, by=by)
    lift_silence(email_hashes=known_hashes(address))


def told(act: Act) -> dict[str, object]:
    """What is kept of ``act``, opened, by the names of its fields; less if no key opens it."""
    fields = [field for field in act._meta.concrete_fields if field.name not in UNTOLD]
    said = {field.name: _plain(act, field) for field in fields}
    return {"kind": act._meta.model_name, "about": act.title, **said, **opened(act)}


def _acts_of(address: str) -> list[Act]:
    hashes = known_hashes(address)
    return [act for model in _kinds() for act in _acts(model, hashes)]


def _kinds() -> list[type[Act]]:
    return [model for model in apps.get_models() if issubclass(model, Act)]


def _acts(model: type[Act], hashes: list[str]) -> Iterator[Act]:
    rows: models.QuerySet[Any] = model._default_manager.all()
    yield from rows.filter(email_hash__in=hashes).select_related("version").order_by("pk")


def _noted(acts: list[Act], action: str, by: Any) -> list[Act]:
    for act in acts:
        log(instance=act, action=action, user=by)
    return acts


def opened(act: Act) -> dict[str, str]:
    """What ``act`` has sealed; nothing if no key opens it."""
    try:
        return act.unseal()
    except SealBroken:
        return {}


def _plain(act: Act, field: "models.Field[Any, Any]") -> object:
    value = getattr(act, field.attname)
    return value if value is None or isinstance(value, bool | int) else field.value_to_string(act)


def _told_consent(consent: Consent) -> dict[str, object]:
    """One permission: to whom, in which words, where, and since when."""
    times = {name: getattr(consent, name) for name in ("given_at", "confirmed_at", "withdrawn_at")}
    return {
        "organization": str(consent.text.organisation),
        "text": consent.text.text,
        "language": consent.text.locale,
        "page": consent.source,
        **{name: at and at.isoformat() for name, at in times.items()},
    }
