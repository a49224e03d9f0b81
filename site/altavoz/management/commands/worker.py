"""Run the tasks of the queue and the periodic jobs."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from altavoz.worker import Worker


class Command(BaseCommand):
    """``manage.py worker``: run it beside the web server; several may run at once."""

    help = "Runs the tasks of the queue and the periodic jobs until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--interval", type=float, default=1.0, help="seconds between looks")
        parser.add_argument("--batch", action="store_true", help="stop when no task is due")

    def handle(self, *, interval: float, batch: bool, **_options: object) -> None:
        worker = Worker(interval=interval)
        if batch:
            worker.run_what_is_due()
        else:
            worker.stop_on_signals()
            worker.run_until_stopped()
