"""A visitor's text before it is split up: what each official gets of it."""

from dataclasses import dataclass

from django.utils import translation

from alerts.officials.channels import EMAIL, Channel
from alerts.officials.models import Official
from alerts.officials.states import state_name

from .models import Message
from .tokens import resolve, unresolved


@dataclass(frozen=True, slots=True)
class Addressed:
    """What one official gets, and every way that exists to reach them."""

    official: Official
    subject: str
    body: str
    ways: tuple[Channel, ...]

    @property
    def goes_by_mail(self) -> bool:
        """Whether our server mails it; otherwise the visitor sends it."""
        return any(way.kind == EMAIL for way in self.ways)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with canonical tokens, and what is known to fill them.

    ``region`` is a US state's code, ``locale`` the language that its name and titles are put in.
    """

    subject: str
    body: str
    name: str
    locale: str
    city: str = ""
    region: str = ""
    zip: str = ""

    @classmethod
    def of_message(cls, message: Message, sealed: dict[str, str]) -> "Draft":
        """What ``message``, of which ``sealed`` was unsealed, says."""
        return cls(
            subject=sealed["subject"],
            body=sealed["body"],
            name=sealed["name"],
            city=sealed["city"],
            zip=sealed["zip"],
            region=message.region,
            locale=message.locale,
        )

    def to(self, official: Official) -> Addressed:
        """What ``official`` gets."""
        with translation.override(self.locale):
            values = {
                **self._about_writer(),
                "recipient_name": official.name,
                "recipient_title": official.title,
            }
        return Addressed(
            official=official,
            subject=" ".join(resolve(self.subject, values).split()),
            body=resolve(self.body, values),
            ways=tuple(official.channels()),
        )

    def unresolved(self) -> list[str]:
        """The tokens that would be left whoever it is sent to."""
        with translation.override(self.locale):
            known = {**self._about_writer(), "recipient_name": "", "recipient_title": ""}
        return unresolved(f"{resolve(self.subject, known)}\n{resolve(self.body, known)}")

    def _about_writer(self) -> dict[str, str]:
        values = {
            "constituent_name": self.name,
            "constituent_city": self.city,
            "constituent_state": state_name(self.region),
            "constituent_zip": self.zip,
        }
        return {token: value for token, value in values.items() if value}
