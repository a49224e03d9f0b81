"""What staff can decide, and what they are told afterwards."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from locales.cldr import local_list, local_number

from ..errors import MergeReason
from ..models import Endorser
from ..services import moderation

Status = Endorser.Status


@dataclass(frozen=True, slots=True)
class Verb:
    """A decision: ``decide`` makes it, for endorsers whose status is one of ``standing``."""

    name: str
    label: Any
    decide: Callable[..., moderation.Decided]
    standing: frozenset[Status]
    serious: bool = False


APPROVE = Verb(
    "approve",
    pgettext_lazy("decide on an endorser", "Approve"),
    moderation.approve,
    moderation.UNDECIDED,
)
DECLINE = Verb(
    "decline",
    pgettext_lazy("decide on an endorser", "Decline"),
    moderation.decline,
    moderation.UNDECIDED,
    serious=True,
)
WITHDRAW = Verb(
    "withdraw",
    _("Take off the list"),
    moderation.withdraw,
    frozenset({Status.APPROVED}),
    serious=True,
)
RELIST = Verb("relist", _("List again"), moderation.relist, Endorser.LEFT)
VERBS = {verb.name: verb for verb in (APPROVE, DECLINE, WITHDRAW, RELIST)}

MERGE_SENTENCES = {
    MergeReason.SAME: _("An entry cannot be merged with itself."),
    MergeReason.GONE: _("One of the two entries does not exist any more."),
    MergeReason.KINDS: _("A person and an organization cannot be merged."),
    MergeReason.NAMELESS: _("An entry whose name is not kept cannot be merged."),
    MergeReason.STANDING: _(
        "This would lose a decision: keep the entry that is listed, or that is further on."
    ),
}


def verbs_for(endorser: Endorser) -> list[Verb]:
    """What can be decided about ``endorser`` as it stands; of a nameless person, little."""
    verbs = [verb for verb in VERBS.values() if endorser.status in verb.standing]
    lists = {APPROVE.name, RELIST.name}
    return [verb for verb in verbs if endorser.name or verb.name not in lists]


def done_sentence(verb: Verb, number: int) -> str:
    """How many were decided on."""
    words = {
        "approve": ngettext(
            "%(count)s endorser is on the list now.",
            "%(count)s endorsers are on the list now.",
            number,
        ),
        "decline": ngettext(
            "%(count)s endorser was declined.", "%(count)s endorsers were declined.", number
        ),
        "withdraw": ngettext(
            "%(count)s endorser was taken off the list.",
            "%(count)s endorsers were taken off the list.",
            number,
        ),
        "relist": ngettext(
            "%(count)s endorser is on the list again.",
            "%(count)s endorsers are on the list again.",
            number,
        ),
    }
    return words[verb.name] % {"count": local_number(number)}


def left_sentence(endorser: Endorser) -> str:
    """Why one was left alone."""
    if not endorser.name and endorser.status in moderation.UNDECIDED:
        return gettext("A person is listed only after confirming: until then no name is known.")
    words = {
        Status.APPROVED: gettext("“%(name)s” is on the list already."),
        Status.DECLINED: gettext("“%(name)s” has been declined already."),
        Status.WITHDRAWN: gettext("“%(name)s” has withdrawn."),
    }
    fallback = gettext("“%(name)s” waits for a decision.")
    return words.get(Status(endorser.status), fallback) % {"name": endorser}


def left_sentences(endorsers: list[Endorser], *, longest: int = 5) -> list[str]:
    """Why some were left alone: each by itself, many by their names."""
    if len(endorsers) <= longest:
        return [left_sentence(endorser) for endorser in endorsers]
    names = local_list(str(endorser) for endorser in endorsers)
    said = gettext("Left as they were, as they had been decided on: %(names)s.")
    return [said % {"names": names}]
