from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence an editor can act on, and the field it belongs beside.

    Without a field it is the page's; ``index`` is the place in the page's body of the block that
    has the field, if one has.
    """

    message: str
    index: int | None = None
    field: str = ""


class GuardedPage:
    """A page that says what keeps it from going live, by whatever way it is published.

    It has no aliases: these would show the forms of another page.
    """

    def problems(self, *, going_live: bool) -> list[Problem]:
        """All that is wrong with this page; a draft may be unfinished still."""
        raise NotImplementedError
