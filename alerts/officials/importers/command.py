"""What both import commands share: reading, one transaction, a report."""

from collections.abc import Mapping, Sequence

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError, connection, transaction

from alerts.officials.models import Office, Official, ZipDistrict

from .problems import SourceError
from .source import Source, read_source


class ImportCommand(BaseCommand):
    """Reads SOURCE, writes all of it or nothing, and says what has changed."""

    default_source: str

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the source, and how to go about it."""
        parser.add_argument(
            "source",
            nargs="?",
            default=self.default_source,
            help="a path or a http(s) address; default: %(default)s",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="report what would change, and change nothing"
        )
        parser.add_argument(
            "--timeout",
            type=float,
            default=60,
            metavar="SECONDS",
            help="give up on a web address after this long; default: %(default)s",
        )

    def handle(self, *, source: str, dry_run: bool, timeout: float, **options: object) -> None:
        """Import in one transaction, which a dry run takes back."""
        try:
            text = read_source(source, timeout=timeout)
            with transaction.atomic():
                report = self.bring_up(text, options)
                refresh_statistics()
                transaction.set_rollback(dry_run)
        except SourceError as error:
            raise CommandError(str(error)) from error
        except IntegrityError as error:
            message = "Another import was at work. Nothing was imported; please try again."
            raise CommandError(message) from error
        self.stdout.write("\n".join(report))
        if dry_run:
            self.stdout.write("This was a dry run: nothing was written.")

    def bring_up(self, source: Source, options: Mapping[str, object]) -> list[str]:
        """Bring the database up to ``source``; give the lines of the report."""
        raise NotImplementedError

    def warn(self, warnings: Sequence[str]) -> None:
        """Say what is doubtful but did not stop the import."""
        for warning in warnings:
            self.stderr.write(self.style.WARNING(f"Warning: {warning}"))


def refresh_statistics() -> None:
    """Let the database plan look-ups for full tables at once, not for those it knew before."""
    with connection.cursor() as cursor:
        for model in (Office, Official, ZipDistrict):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def changes_line(**counts: int) -> str:
    """The counts that are not zero, or that there are none."""
    told = [f"{count:,} {name.replace('_', ' ')}" for name, count in counts.items() if count]
    return f"Changes: {', '.join(told)}." if told else "No changes."
