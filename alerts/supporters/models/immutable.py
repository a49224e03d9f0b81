from typing import Any, NoReturn, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class ImmutableRow(TypeError):  # noqa: N818 - says what the row is
    """An attempt to change a row that others rely on for what it said when it was written."""


class ImmutableQuerySet(models.QuerySet[Row]):
    """A queryset that reads and adds but does not change."""

    def update(self, **kwargs: object) -> NoReturn:
        """Refuse: what was written stays as it was."""
        raise ImmutableRow(f"{self.model.__name__} rows are never changed.")


class ImmutableModel(models.Model):
    """A row that is written once, such as words that people agreed to."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new row; raises :class:`ImmutableRow` for one that exists."""
        if not self._state.adding:
            raise ImmutableRow(f"{type(self).__name__} rows are never changed.")
        super().save(*args, **kwargs)
