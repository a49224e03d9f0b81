"""Fill an empty site with officials who plainly do not exist."""

import csv
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from alerts.officials.districts import sitting_congress
from alerts.officials.importers.atlas import update_atlas
from alerts.officials.importers.command import changes_line
from alerts.officials.importers.district_files import parse_districts
from alerts.officials.importers.legislators import parse_legislators
from alerts.officials.importers.roster import update_roster
from alerts.officials.importers.source import read_source
from alerts.officials.models import Official, ZipDistrict

SAMPLE = Path(__file__).resolve().parents[2] / "sample"


class Command(BaseCommand):
    help = "Load a small fictional sample of officials and ZIP codes, to try the site with."

    def handle(self, **_options: object) -> None:
        """Load the sample, unless the site has real officials already."""
        if Official.objects.filter(is_sample=False).exists():
            message = "This site has officials already, so the sample was not loaded."
            raise CommandError(message)
        with transaction.atomic():
            self.stdout.write(_load_officials())
            if not ZipDistrict.objects.filter(is_sample=False).exists():
                self.stdout.write(_load_districts())
        self.stdout.write(
            "These officials are fictional. For the real ones: manage.py import_officials and "
            "manage.py import_districts."
        )


def _load_officials() -> str:
    file = parse_legislators(_text("legislators.json"))
    changes = update_roster(file, source="sample", is_sample=True)
    for row in csv.DictReader(_text("emails.csv").splitlines()):
        without = Official.objects.filter(bioguide=row["bioguide"], email="")
        without.update(email=row["email"])
    told = changes_line(added=len(changes.added), updated=len(changes.updated))
    return f"Sample officials: {len(file.legislators)}. {told}"


def _load_districts() -> str:
    file = parse_districts(_text("zip_districts.csv"))
    changes = update_atlas(file.pairs, congress=sitting_congress(), is_sample=True)
    zips = sorted({zip_code for zip_code, _area in file.pairs})
    told = changes_line(added=changes.added, removed=changes.removed)
    return f"Sample ZIP codes: {', '.join(zips)}. {told}"


def _text(name: str) -> str:
    return read_source(str(SAMPLE / name), timeout=0).text
