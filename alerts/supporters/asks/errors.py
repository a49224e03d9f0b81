"""Why an ask refuses: each is answered with a sentence to the visitor or the editor."""

from typing import Any

from .ask import Ask
from .published import PublishedWords


class AskError(Exception):
    """What the verbs of an ask raise; nothing was stored."""


class AskClosed(AskError):  # noqa: N818 - says what the ask is
    """Nobody can take part now; ``state`` says whether it is paused, closed or over."""

    def __init__(self, state: Ask.State) -> None:
        super().__init__(f"This ask is {state.value}.")
        self.state = state


class WordsChanged(AskError):  # noqa: N818 - says what happened
    """The visitor started from older words; ``latest``, of the same model, is what it says now."""

    latest: Any

    def __init__(self, latest: PublishedWords) -> None:
        super().__init__(f"Version {latest.number} has been published since.")
        self.latest = latest


class AlreadyOwned(AskError):  # noqa: N818 - says what the ask is
    """The ask's words belong to another alert, ``home``; this one can only show it."""

    def __init__(self, home: object) -> None:
        super().__init__(f"This ask belongs to the alert {home}.")
        self.home = home
