"""Write the register to a file that can be imported again."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from coalition.exporting.tables import FORMATS, export_register
from coalition.management.naming import statement_named


class Command(BaseCommand):
    help = "Export the approved endorsers, without their contacts: one row for each place."

    def add_arguments(self, parser: CommandParser) -> None:
        """The format, where to, and whom."""
        parser.add_argument("--format", choices=FORMATS, default="csv")
        parser.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")
        parser.add_argument("--statement", help="only those behind it: its name or id")
        parser.add_argument(
            "--all-statuses", action="store_true", help="also those that are not approved"
        )

    def handle(self, *args: object, **options: Any) -> None:
        """Write the file, or the text to the terminal."""
        statement = statement_named(options["statement"]) if options["statement"] else None
        if options["format"] == "xlsx" and options["output"] is None:
            message = "A workbook is no text: say where to write it with --output FILE."
            raise CommandError(message)
        data = export_register(
            options["format"], statement=statement, all_statuses=options["all_statuses"]
        )
        if options["output"] is None:
            self.stdout.write(data.decode(), ending="")
        else:
            self._write(options["output"], data)

    def _write(self, file: Path, data: bytes) -> None:
        try:
            file.write_bytes(data)
        except OSError as error:
            message = f"{file} cannot be written: {error.strerror}."
            raise CommandError(message) from error
        self.stderr.write(f"Written: {file}")
