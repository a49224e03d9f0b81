"""Bring a list of endorsers into the register."""

import argparse
import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from coalition.importing import (
    ImportRefused,
    Item,
    Plan,
    Unreadable,
    keep_import,
    plan_import,
    read_file,
    refuse_large,
    take_over,
)
from coalition.importing.rows import Reading
from coalition.importing.telling import listed_under, told_change, told_lines
from coalition.management.naming import statement_named
from coalition.models import Endorser, Statement

STATUSES = (Endorser.Status.APPROVED.value, Endorser.Status.CONFIRMED.value)


def past_day(text: str) -> datetime.date:
    """A day such as 2027-03-01 that is not in the future."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        message = f"{text} is no day; write it like 2027-03-01."
        raise argparse.ArgumentTypeError(message) from None
    if day > datetime.date.today():
        message = f"{text} is in the future."
        raise argparse.ArgumentTypeError(message)
    return day


class Command(BaseCommand):
    help = (
        "Import endorsers from a CSV or XLSX file, or from a text with NATIONAL and the names of "
        "states as headings. With any problem nothing is imported."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and under what it is taken over."""
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="tell what would be done, and do nothing"
        )
        parser.add_argument("--statement", help="the name or id of what the endorsers stand behind")
        parser.add_argument(
            "--status", choices=STATUSES, default=STATUSES[0], help="of new endorsers"
        )
        parser.add_argument(
            "--since", type=past_day, metavar="DATE", help="count endorsements from this day on"
        )
        parser.add_argument(
            "--leave-out-problems",
            action="store_true",
            help="import the rest when some rows have problems",
        )

    def handle(self, *args: object, **options: Any) -> None:
        """Tell what is read and planned, then do it."""
        try:
            reading = _read(options["file"])
        except Unreadable as error:
            message = f"{options['file']}: {error}"
            raise CommandError(message) from error
        statement = statement_named(options["statement"]) if options["statement"] else None
        for notice in reading.notices:
            self.stderr.write(self.style.WARNING(notice))
        plan = plan_import(reading.rows, statement=statement)
        self._tell(plan)
        if plan.problems and not options["leave_out_problems"]:
            message = (
                f"Nothing was imported. Rows with problems: {plan.bad_rows:,}. Mend them, or "
                "leave them out with --leave-out-problems."
            )
            raise CommandError(message)
        if options["dry_run"]:
            self.stdout.write("Dry run: nothing was imported.")
        elif plan.created or plan.changed:
            self._take_over(reading, plan, statement, options)

    @transaction.atomic
    def _take_over(
        self, reading: Reading, plan: Plan, statement: Statement | None, options: dict[str, Any]
    ) -> None:
        batch = keep_import(
            reading,
            name=options["file"].name,
            statement=statement,
            status=options["status"],
            since=options["since"],
        )
        try:
            take_over(batch_id=batch.pk, shown=plan.digest, leave_out=options["leave_out_problems"])
        except ImportRefused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(self.style.SUCCESS("Imported. It can be undone in the admin."))

    def _tell(self, plan: Plan) -> None:
        for item in plan.created:
            self._tell_item("new", item)
        for item in plan.changed:
            self._tell_item("changed", item)
        for problem in plan.problems:
            self.stderr.write(self.style.ERROR(str(problem)))
        self.stdout.write(
            f"{len(plan.created):,} new, {len(plan.changed):,} changed, "
            f"{len(plan.skipped):,} unchanged. Rows with problems: {plan.bad_rows:,}."
        )

    def _tell_item(self, what: str, item: Item) -> None:
        places = listed_under(item.headings)
        self.stdout.write(f"Line {told_lines(item)}: {what}: {item.name} ({places})")
        for change in item.changes:
            column, before, after = told_change(change)
            self.stdout.write(f"    {column}: {before} → {after}")
        for hint in item.hints:
            self.stdout.write(f"    {hint}")


def _read(file: Path) -> Reading:
    """The file's rows; one that is too large is not opened."""
    try:
        refuse_large(file.stat().st_size)
        return read_file(file.name, file.read_bytes())
    except OSError as error:
        message = f"{file} cannot be read: {error.strerror}."
        raise CommandError(message) from error
