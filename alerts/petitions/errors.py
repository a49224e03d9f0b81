"""Why a petition refuses: each is answered with a sentence to the visitor or the editor."""

from alerts.supporters.asks.errors import AskClosed, AskError


class PetitionClosed(AskClosed):
    """The petition cannot be signed now; ``state`` says whether it is paused, closed or over."""


class NeverConfirmed(AskError):  # noqa: N818 - says what the signature is
    """A pending signature is nobody's yet: only its signer can settle it, by confirming."""


class Anonymised(AskError):  # noqa: N818 - says what the signature is
    """An anonymised signature stays as it is: whose it was is forgotten."""


class ReasonGone(AskError):  # noqa: N818 - says what happened to the reason
    """There is no reason to decide on: it was taken back, or its signer does not agree any more."""


class ReasonHasLink(AskError):  # noqa: N818 - says what the reason is
    """The reason leads elsewhere, and is not shown."""


class WrongCode(AskError):  # noqa: N818 - says what the code is
    """The six digits confirm nothing: mistyped, replaced, too old, or tried too often."""


class SweepRefused(AskError):  # noqa: N818 - says what happened
    """Many signatures cannot be changed at once now: everybody fits, or another is under way."""


class DeliveryRefused(AskError):  # noqa: N818 - says what happened
    """No delivery is recorded: nobody was listed by then, or a later list or this one stands."""


class StateChanged(AskError):  # noqa: N818 - says what happened
    """The signature is not in the state any more that it was to be taken out of."""


class EnteredBefore(AskError):  # noqa: N818 - says what the entry is
    """The same was entered by the same form, which somebody has sent twice."""
