"""Why a letter refuses: each is answered with a sentence to the visitor or the editor."""

from .models import Letter, PublishedLetter


class LetterError(Exception):
    """What a letter's verbs raise; nothing was stored."""


class AlreadyOwned(LetterError):  # noqa: N818 - says what the letter is
    """The letter's words belong to another alert; this one can only show it."""

    def __init__(self, home: object) -> None:
        super().__init__(f"This letter belongs to the alert {home}.")
        self.home = home


class LetterClosed(LetterError):  # noqa: N818 - says what the letter is
    """The letter cannot be written now; ``state`` says whether it is paused, closed or over."""

    def __init__(self, state: Letter.State) -> None:
        super().__init__(f"This letter is {state.value}.")
        self.state = state


class WordsChanged(LetterError):  # noqa: N818 - says what happened
    """The visitor started from older words; ``latest`` is what the letter says now."""

    def __init__(self, latest: PublishedLetter) -> None:
        super().__init__(f"Version {latest.number} has been published since.")
        self.latest = latest


class UnresolvedTokens(LetterError):  # noqa: N818 - says what stands in the text
    """Nothing fills these ``tokens`` of the text, given as they stand in it."""

    def __init__(self, tokens: list[str]) -> None:
        super().__init__(f"{len(tokens)} tokens are unresolved.")
        self.tokens = tokens


class MessageLapsed(LetterError):  # noqa: N818 - says what the message is
    """The message was withdrawn, or erased because nobody confirmed it in time."""


class NotTheirOfficial(LetterError):  # noqa: N818 - says who the official is not
    """The official does not represent the state that the message was written from."""
