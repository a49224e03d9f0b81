"""Hand a person all that is kept about them."""

import json
from typing import Any

from alerts.supporters.dossier import export
from alerts.supporters.management.naming import AddressCommand


class Command(AddressCommand):
    help = "Write all that is kept about an address, read from standard input, as JSON. Logged."

    def handle(self, *args: object, **options: Any) -> None:
        """Write it to the standard output."""
        told = export(self.read_address())
        self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
