"""Commands about one person: the address is typed in, so that no list of processes shows it."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from alerts.supporters.asks.act import Act
from alerts.supporters.fields import EmailAddressField


class AddressCommand(BaseCommand):
    """A command that reads one address from its standard input."""

    def read_address(self) -> str:
        """The address as typed; raises ``CommandError`` for what is none."""
        try:
            return str(EmailAddressField().clean(input()))
        except EOFError:
            message = "Type the address, or send it to the standard input."
            raise CommandError(message) from None
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None

    def name_acts(self, acts: list[Act]) -> None:
        """One line for each of ``acts``: its kind and id, how it stands and what it was for."""
        for act in acts:
            self.stdout.write(f"{act}: {act.state}, “{act.title}” ({act.locale})")
