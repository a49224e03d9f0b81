"""Bring the House districts of every ZIP code up to date."""

import re
from collections.abc import Mapping
from typing import cast

from django.core.management.base import CommandParser

from alerts.officials.districts import sitting_congress
from alerts.officials.importers.atlas import AtlasChanges, update_atlas
from alerts.officials.importers.command import ImportCommand, changes_line
from alerts.officials.importers.district_files import DistrictFile, parse_districts
from alerts.officials.importers.problems import SourceError, refuse_problems
from alerts.officials.importers.source import Source
from alerts.officials.models import Official, ZipDistrict

_CONGRESSES = range(1, 1000)
_IN_FILE_NAME = re.compile(r"cd(\d{3})", re.ASCII | re.IGNORECASE)


class Command(ImportCommand):
    help = (
        "Import which House districts each ZIP code lies in, from a CSV file with zip, state and "
        "district, or from the Census Bureau's relationship file."
    )
    default_source = (
        "https://www2.census.gov/geo/docs/maps-data/data/rel2020/cd-sld/"
        "tab20_cd11920_zcta520_natl.txt"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Also take the number of the Congress, which a CSV file does not tell."""
        super().add_arguments(parser)
        parser.add_argument(
            "--congress",
            type=int,
            metavar="NUMBER",
            help="whose lines these are; default: as the file or its name says, else the sitting",
        )

        parser.add_argument(
            "--force",
            action="store_true",
            help="import even a file that takes away more than half of the known ZIP codes",
        )

    def bring_up(self, source: Source, options: Mapping[str, object]) -> list[str]:
        """Refuse a bad file whole; otherwise make it the lines of its Congress."""
        file = parse_districts(source.text)
        refuse_problems(file.problems)
        congress = _congress(source, file, cast("int | None", options["congress"]))
        if not options["force"]:
            _refuse_short(file, congress)
        changes = update_atlas(file.pairs, congress=congress)
        self.warn(_doubts(changes))
        return _report(source, file, congress, changes)


def _congress(source: Source, file: DistrictFile, asked: int | None) -> int:
    """The Congress whose lines these are: by the file itself, the option, or the file's name."""
    if asked is not None and asked not in _CONGRESSES:
        message = f"There is no Congress number {asked}."
        raise SourceError(message)
    if file.congress and asked and asked != file.congress:
        message = f"The file holds the lines of Congress {file.congress}, not of {asked}."
        raise SourceError(message)
    in_name = _IN_FILE_NAME.search(source.file_name)
    return file.congress or asked or (int(in_name[1]) if in_name else sitting_congress())


def _refuse_short(file: DistrictFile, congress: int) -> None:
    """A file cut short must not take away what is known of most ZIP codes."""
    stored = ZipDistrict.objects.filter(congress=congress, is_sample=False)
    known = set(stored.values_list("zip", flat=True))
    gone = known - {zip_code for zip_code, _area in file.pairs}
    if len(gone) * 2 <= len(known):
        return
    message = (
        f"Nothing was imported: {len(gone):,} of the {len(known):,} ZIP codes known for Congress "
        f"{congress} are not in this file. If that is meant, add --force."
    )
    raise SourceError(message)


def _doubts(changes: AtlasChanges) -> list[str]:
    """What an operator should look at, though the file could be read."""
    doubts = []
    left = changes.added + changes.unchanged
    if changes.removed > left:
        doubts.append(f"{changes.removed:,} rows went and only {left:,} are left: is it complete?")
    if Official.objects.filter(is_sample=True).exclude(office=None).exists():
        doubts.append("the officials are still a fictional sample: run import_officials as well.")
    return doubts


def _report(source: Source, file: DistrictFile, congress: int, changes: AtlasChanges) -> list[str]:
    zips = len({zip_code for zip_code, _area in file.pairs})
    districts = len({area for _zip, area in file.pairs})
    return [
        f"{source.name}: {zips:,} ZIP codes, {districts:,} districts, Congress {congress}.",
        f"Rows left out, for having no land, no ZIP code or no district: {file.left_out:,}.",
        changes_line(
            added=changes.added, removed=changes.removed, samples_removed=changes.samples_removed
        ),
    ]
