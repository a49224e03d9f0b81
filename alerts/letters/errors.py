"""Why a letter refuses: each is answered with a sentence to the visitor or the editor."""

from alerts.supporters.asks.errors import AskClosed, AskError


class LetterClosed(AskClosed):
    """The letter cannot be written now; ``state`` says whether it is paused, closed or over."""


class UnresolvedTokens(AskError):  # noqa: N818 - says what stands in the text
    """Nothing fills these ``tokens`` of the text, given as they stand in it."""

    def __init__(self, tokens: list[str]) -> None:
        super().__init__(f"{len(tokens)} tokens are unresolved.")
        self.tokens = tokens


class MessageLapsed(AskError):  # noqa: N818 - says what the message is
    """The message was withdrawn, or erased because nobody confirmed it in time."""


class NotTheirOfficial(AskError):  # noqa: N818 - says who the official is not
    """The official does not represent the state that the message was written from."""
