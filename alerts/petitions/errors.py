"""Why a petition refuses: each is answered with a sentence to the visitor or the editor."""

from .models import Petition, PublishedPetition


class PetitionError(Exception):
    """What a petition's verbs raise."""


class PetitionClosed(PetitionError):  # noqa: N818 - says what the petition is
    """The petition cannot be signed now; ``state`` says whether it is paused, closed or over."""

    def __init__(self, state: Petition.State) -> None:
        super().__init__(f"This petition is {state.value}.")
        self.state = state


class WordsChanged(PetitionError):  # noqa: N818 - says what happened
    """The visitor read older words; ``latest`` is what the petition says now."""

    def __init__(self, latest: PublishedPetition) -> None:
        super().__init__(f"Version {latest.number} has been published since.")
        self.latest = latest


class AlreadyOwned(PetitionError):  # noqa: N818 - says what the petition is
    """The petition's words belong to another alert; this one can only show it."""

    def __init__(self, home: object) -> None:
        super().__init__(f"This petition belongs to the alert {home}.")
        self.home = home


class NeverConfirmed(PetitionError):  # noqa: N818 - says what the signature is
    """A signature cannot be made to count whose signer never confirmed it."""
