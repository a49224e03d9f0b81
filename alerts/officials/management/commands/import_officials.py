"""Bring senators, representatives and delegates up to date."""

from collections.abc import Mapping

from alerts.officials.importers.command import ImportCommand, changes_line
from alerts.officials.importers.legislators import LegislatorFile, parse_legislators
from alerts.officials.importers.problems import SourceError, refuse_problems
from alerts.officials.importers.roster import RosterChanges, update_roster
from alerts.officials.importers.seats import vacant_seats
from alerts.officials.importers.source import Source
from alerts.officials.models import Office

FEWEST_SENATORS = 95
FEWEST_HOUSE_MEMBERS = 400


class Command(ImportCommand):
    help = "Import who sits in Congress, from the JSON of the congress-legislators project."
    default_source = "https://unitedstates.github.io/congress-legislators/legislators-current.json"

    def bring_up(self, source: Source, options: Mapping[str, object]) -> list[str]:
        """Refuse a bad or short file whole; otherwise let it decide who holds which seat."""
        file = parse_legislators(source.text)
        refuse_problems(file.problems)
        _refuse_short(file)
        changes = update_roster(file, source=source.name)
        self.warn(file.warnings)
        self.warn([f"{o.name} holds no office any more." for o in changes.out_of_office])
        return _report(source, file, changes)


def _refuse_short(file: LegislatorFile) -> None:
    """A file cut short must not vacate half of Congress."""
    senators = file.count(Office.Kind.SENATOR)
    members = file.count(Office.Kind.REPRESENTATIVE)
    if senators >= FEWEST_SENATORS and members >= FEWEST_HOUSE_MEMBERS:
        return
    message = (
        f"Nothing was imported: the file lists {senators} senators and {members} representatives, "
        f"and a complete one has at least {FEWEST_SENATORS} and {FEWEST_HOUSE_MEMBERS}."
    )
    raise SourceError(message)


def _report(source: Source, file: LegislatorFile, changes: RosterChanges) -> list[str]:
    senators = file.count(Office.Kind.SENATOR)
    members = file.count(Office.Kind.REPRESENTATIVE)
    lines = [
        f"{source.name}: {senators} senators, {members} representatives and delegates.",
        changes_line(
            added=len(changes.added),
            updated=len(changes.updated),
            out_of_office=len(changes.out_of_office),
            samples_removed=changes.samples_removed,
        ),
    ]
    if changes.edits_kept:
        lines.append(f"Values kept as editors set them: {changes.edits_kept}.")
    if vacant := vacant_seats():
        lines.append(f"Seats nobody holds: {', '.join(vacant)}.")
    return lines
