"""What a contact asks to have changed, beside what stands there now."""

from dataclasses import dataclass
from typing import Any

from django.contrib.admin.utils import label_for_field
from django.utils.translation import gettext_lazy as _

from ..facts import as_texts, facts_of
from ..models import Correction, Endorser
from ..places import place_name
from ..spoken import language_name

NAMES = {"places": place_name, "languages": language_name}
LABELS = {
    "places": _("Listed under"),
    "languages": _("Languages it works in"),
    "answer": _("Says to you"),
}
CHOICES = {"scope": dict(Endorser.Scope.choices), "kind": dict(Endorser.Kind.choices)}


@dataclass(frozen=True, slots=True)
class Change:
    """One field, as it stands and as it should read."""

    label: Any
    before: str
    after: str


def changes_asked(endorser: Endorser) -> list[Change]:
    """Every field that the waiting correction would change; nothing where none waits."""
    correction = Correction.objects.filter(endorser=endorser).first()
    if correction is None:
        return []
    now = as_texts(facts_of(endorser))
    return [
        Change(_label(name), _shown(name, now.get(name, "")), _shown(name, text))
        for name, text in correction.unseal().items()
    ]


def _label(name: str) -> Any:
    return LABELS[name] if name in LABELS else label_for_field(name, Endorser)


def _shown(name: str, text: str) -> str:
    """``text`` for people: the names of codes and choices."""
    if name in NAMES:
        return ", ".join(NAMES[name](code) for code in text.split(",") if code)
    return str(CHOICES.get(name, {}).get(text, text))
