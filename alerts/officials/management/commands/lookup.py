"""Print whom a visitor with a given ZIP code would reach."""

from json import dumps

from django.core.management.base import BaseCommand, CommandError, CommandParser

from alerts.officials.lookup import Constituency, look_up
from alerts.officials.models import Official
from alerts.officials.zips import parse_zip

NO_ZIP = 2


class Command(BaseCommand):
    help = "Print the senators and representatives of ZIP codes."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the ZIP codes and the form of the answer."""
        parser.add_argument("zips", nargs="+", metavar="ZIP", help="12345 or 12345-6789")
        parser.add_argument("--json", action="store_true", help="print JSON, in the order asked")

    def handle(self, *, zips: list[str], json: bool, **_options: object) -> None:
        """Refuse what is no ZIP code before printing anything; then answer for each."""
        try:
            asked = [parse_zip(text) for text in zips]
        except ValueError as error:
            message = f"{error}: it needs five digits, such as 10001 or 10001-1234."
            raise CommandError(message, returncode=NO_ZIP) from error
        found = [look_up(zip_code) for zip_code in asked]
        if json:
            self.stdout.write(dumps([as_entry(one) for one in found], indent=2))
        else:
            self.stdout.write("\n\n".join(as_table(one) for one in found))


def as_entry(found: Constituency) -> dict[str, object]:
    """One ZIP code's answer as plain values."""
    entry: dict[str, object] = {
        "zip": found.zip,
        "states": list(found.states),
        "districts": [area.code for area in found.districts],
        "senators": [
            {"bioguide": o.bioguide, "name": o.name, "state": _state(o)} for o in found.senators
        ],
        "representatives": [
            {"bioguide": o.bioguide, "name": o.name, "district": _district(o)}
            for o in found.representatives
        ],
        "vacant": [area.code for area in found.vacant],
    }
    return entry | ({"error": found.message} if found.problem else {})


def as_table(found: Constituency) -> str:
    """One ZIP code's answer as lines for people."""
    rows = [(_state(o), o.title, o.name, _reached_by(o)) for o in found.senators]
    rows += [(_district(o), o.title, o.name, _reached_by(o)) for o in found.representatives]
    rows += [(area.code, "", "(vacant seat)", "") for area in found.vacant]
    lines = [f"{found.zip}  {', '.join(area.code for area in found.districts)}".rstrip()]
    lines += [f"  {a:<7}{b:<23}{c:<32}{d}".rstrip() for a, b, c, d in rows]
    return "\n".join(lines + ([f"  {found.message}"] if found.problem else []))


def _reached_by(official: Official) -> str:
    return ", ".join(way.kind for way in official.channels())


def _state(official: Official) -> str:
    return official.office.state if official.office else ""


def _district(official: Official) -> str:
    return official.office.area.code if official.office else ""
