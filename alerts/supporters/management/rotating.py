"""What the commands that change keys share: going on, telling, and failing loudly."""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from alerts.supporters.models import SealedModel
from alerts.supporters.rotation import Rotated, sealed_models


class RotateCommand(BaseCommand):
    """Goes through every kind of sealed row; a subclass names the ``verb`` for one kind."""

    verb: Callable[[type[SealedModel]], Iterator[Rotated]]

    def handle(self, *args: object, **options: Any) -> None:
        """Say of each kind how many were changed; ``CommandError`` if a row could not be opened."""
        broken = sum(self._rotate(model) for model in sealed_models())
        if broken:
            message = f"Rows that no key opens: {broken}. Keep every key that you have."
            raise CommandError(message)
        self.stdout.write("Done: no row needs another key.")

    def _rotate(self, model: type[SealedModel]) -> int:
        total = Rotated()
        for done in type(self).verb(model):
            total.add(done)
        said = f"{model._meta.verbose_name_plural}: {total.changed} of {total.seen} changed"
        doubles = f", {total.doubles} withdrawn as done twice" if total.doubles else ""
        self.stdout.write(said + doubles)
        return total.broken
