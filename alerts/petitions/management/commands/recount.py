from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from alerts.petitions.models import Petition
from alerts.petitions.services import recount


class Command(BaseCommand):
    """Compute the tallies of petitions afresh from their signatures."""

    help = "Computes the tallies of all petitions, or of those named by id, from their signatures."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("petitions", nargs="*", type=int, metavar="ID")

    def handle(self, *args: Any, **options: Any) -> None:
        for petition in self._chosen(options["petitions"]):
            before = petition.count
            after = recount(petition)
            self.stdout.write(f"{petition.pk}: {after} signatures ({after - before:+d})")

    def _chosen(self, ids: list[int]) -> list[Petition]:
        petitions = Petition.objects.filter(pk__in=ids) if ids else Petition.objects.all()
        missing = set(ids) - {petition.pk for petition in petitions}
        if missing:
            raise CommandError(f"There is no petition {', '.join(map(str, sorted(missing)))}.")
        return list(petitions)
