"""What a signer typed, and where it came from, as plain values."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One person's name under a petition, as typed; only name and address are always there.

    ``country`` has two letters, ``region`` is a postal code of a state or empty. ``zip`` is the
    postal code of any country. ``title`` and ``organisation`` are the signer's own words.
    ``shows_name`` and ``wants_news`` are the boxes ticked; ``shown_as`` is what the first of them
    said would be shown, a value of :class:`~alerts.petitions.models.settings.Shown`.
    """

    name: str
    email: str
    zip: str = ""
    country: str = "US"
    region: str = ""
    city: str = ""
    phone: str = ""
    title: str = ""
    organisation: str = ""
    reason: str = ""
    shows_name: bool = False
    shown_as: str = "nothing"
    wants_news: bool = False

    def sealed(self) -> dict[str, str]:
        """What is sealed of it: all that tells who it is, without what was left empty."""
        said = {name: str(text) for name, text in asdict(self).items() if name not in IN_THE_CLEAR}
        return {name: text for name, text in said.items() if text}


IN_THE_CLEAR = frozenset({"country", "region", "shows_name", "shown_as", "wants_news"})


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a signature came from: the address of the network, kept as a hash, and the page.

    ``is_trapped`` says that the field was filled in which people do not see.
    """

    network: str = ""
    page: str = ""
    is_trapped: bool = False
