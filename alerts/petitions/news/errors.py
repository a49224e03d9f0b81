"""Why an update is not sent: each is answered with a sentence to the editor."""

from datetime import datetime


class UpdateError(Exception):
    """What the verbs of updates raise; nothing was sent."""


class AlreadyBegun(UpdateError):  # noqa: N818 - says what the update is
    """It went out, or is going out: its words stay, and it is not sent again."""


class NotTested(UpdateError):  # noqa: N818 - says what the update is
    """Nobody of the staff has got its present words by mail."""


class NobodyAsked(UpdateError):  # noqa: N818 - says what happened
    """No signer wants to hear what comes of the petition."""


class NoAddress(UpdateError):  # noqa: N818 - says what the account lacks
    """The account that asks for a test has no address to mail it to."""


class NoMailWanted(UpdateError):  # noqa: N818 - says what the address is
    """The address that a test would go to has asked for no more mail from here."""


class TooSoon(UpdateError):  # noqa: N818 - says what the update is
    """Signers had another update just now; ``again_at`` is when they may have this one."""

    def __init__(self, again_at: datetime) -> None:
        super().__init__(f"Signers had an update just now; the next may go at {again_at}.")
        self.again_at = again_at
