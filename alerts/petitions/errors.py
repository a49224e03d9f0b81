"""Why a petition refuses: each is answered with a sentence to the visitor or the editor."""

from alerts.supporters.asks.errors import AskClosed, AskError


class PetitionClosed(AskClosed):
    """The petition cannot be signed now; ``state`` says whether it is paused, closed or over."""


class NeverConfirmed(AskError):  # noqa: N818 - says what the signature is
    """A pending signature is nobody's yet: only its signer can settle it, by confirming."""


class Anonymised(AskError):  # noqa: N818 - says what the signature is
    """An anonymised signature stays as it is: whose it was is forgotten."""
