"""Find what was done with one exact address."""

from typing import Any

from alerts.supporters.dossier import find
from alerts.supporters.management.naming import AddressCommand


class Command(AddressCommand):
    help = "List what was done with an address, which is read from standard input. It is logged."

    def handle(self, *args: object, **options: Any) -> None:
        """Name each act; nobody's data."""
        found = find(self.read_address())
        self.name_acts(found)
        if not found:
            self.stdout.write("Nothing is kept under this address.")
