"""``manage.py load_demo``: the example site a newcomer meets first."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from alerts.demo.build import build_demo
from home.models import HomePage


class Command(BaseCommand):
    """Builds the demo pages in every offered language, once; a site with pages is left alone."""

    help = "Loads the demo site, unless the site already has pages."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("prepare_site", stdout=self.stdout)
        if HomePage.objects.exists():
            self.stdout.write("This site has pages already: the demo was not loaded.")
            return
        with transaction.atomic():
            home = build_demo()
        self.stdout.write(f"Loaded the demo: {home.get_descendant_count() + 1} pages.")
