"""Prepare the trial site and serve it."""

import sys
from argparse import ArgumentParser

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand

from altavoz.trial.editor import ensure_editor
from altavoz.trial.officials import ensure_officials
from altavoz.trial.ports import port_is_free
from altavoz.trial.processes import Pair, commands


class Command(BaseCommand):
    """``manage.py trial``, which ``make run`` calls; it keeps all data between runs."""

    help = "Prepares the trial site on first use and serves it with its worker."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--prepare-only", action="store_true", help="do not serve")

    def handle(self, *, prepare_only: bool, **_options: object) -> None:
        if not prepare_only and not port_is_free(settings.PORT):
            raise CommandError(
                f"Port {settings.PORT} of this machine is in use. Stop what uses it, or choose "
                f"another: PORT={settings.PORT + 1} make run"
            )
        login = self.prepare()
        self.stdout.write(self.addresses(login))
        if not prepare_only:
            sys.exit(Pair(commands(settings.PORT), self.stderr.write).serve())

    def prepare(self) -> str:
        """Bring database, demo, officials and login up to date; says how to log in."""
        self.stdout.write("Preparing the trial site …")
        call_command("migrate", verbosity=0, interactive=False)
        ensure_officials(self.stdout.write)
        call_command("load_demo", stdout=self.stdout)
        call_command("load_demo_signers", stdout=self.stdout)
        return ensure_editor()

    def addresses(self, login: str) -> str:
        """What a newcomer wants to know, and how to stop it."""
        base = settings.BASE_URL
        return (
            f"\n  Site      {base}/\n"
            f"  Editors   {base}/admin/   {login}\n"
            f"  Mail      {base}/admin/caught-mail/   nothing is sent; it is kept here\n"
            "\n  Ctrl-C stops it; everything is kept for the next run.\n"
        )
