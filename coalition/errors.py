"""Why the coalition's verbs refuse: each is answered with a sentence to the person it concerns."""

from enum import Enum

from alerts.supporters.asks.errors import AskClosed


class CoalitionError(Exception):
    """What the verbs of the coalition raise; nothing was stored."""


class StatusRefused(CoalitionError):  # noqa: N818 - says what happened
    """An endorser cannot come to that status from where it stands."""


class ContactGone(CoalitionError):  # noqa: N818 - says what happened
    """The contact is no longer kept, or its endorser was declined or has withdrawn."""


class StatementClosed(AskClosed):
    """Nobody can join the statement now; ``state`` says whether it is paused, closed or over."""


class NobodyToAsk(CoalitionError):  # noqa: N818 - says what is missing
    """The endorser has no contact whose address is known to be good."""


class QuestionWaits(CoalitionError):  # noqa: N818 - says what is in the way
    """The question that was asked before has not been mailed yet."""


class CorrectionGone(CoalitionError):  # noqa: N818 - says what happened
    """The correction was taken over, dropped or taken back, or fits the entry no more."""


class MergeReason(Enum):
    """Why two entries cannot become one."""

    SAME = "An entry cannot be merged with itself."
    GONE = "One of the entries is gone."
    KINDS = "A person and an organization cannot be merged."
    NAMELESS = "The name of one of them is not kept."
    STANDING = "The entry to be dropped is further on than the one to be kept."


class MergeRefused(CoalitionError):  # noqa: N818 - says what happened
    """Two entries that cannot become one; ``reason`` says why."""

    def __init__(self, reason: "MergeReason") -> None:
        super().__init__(reason.value)
        self.reason = reason
