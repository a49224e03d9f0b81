"""Take back and erase all that was done with one exact address."""

from typing import Any

from django.core.management.base import CommandError, CommandParser

from alerts.supporters.dossier import erase, find
from alerts.supporters.management.naming import AddressCommand


class Command(AddressCommand):
    help = "Take back and erase what was done with an address, read from standard input. Logged."

    def add_arguments(self, parser: CommandParser) -> None:
        """Nothing is erased by mistake."""
        parser.add_argument("--yes", action="store_true", help="erase; without it, only list")

    def handle(self, *args: object, **options: Any) -> None:
        """Say what is erased, and what has to be erased elsewhere."""
        address = self.read_address()
        self.name_acts(find(address))
        if not options["yes"]:
            message = "Nothing was erased. Say --yes to erase all of this."
            raise CommandError(message)
        stays = erase(address)
        self.stdout.write("Erased. The address is not mailed again.")
        if stays:
            self.stdout.write("These stay until they are erased in the register of the coalition:")
            self.name_acts(stays)
