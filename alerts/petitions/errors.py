"""Why a petition refuses: each is answered with a sentence to the visitor or the editor."""

from alerts.supporters.asks.errors import AskClosed, AskError


class PetitionClosed(AskClosed):
    """The petition cannot be signed now; ``state`` says whether it is paused, closed or over."""


class NeverConfirmed(AskError):  # noqa: N818 - says what the signature is
    """A signature cannot be made to count whose signer never confirmed it."""
