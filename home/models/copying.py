"""Copying a page that owns rows: the copy names rows of its own."""

from typing import Any
from uuid import UUID

from django.db import transaction


class TakesFreshRows:
    """A page that, copied under another translation key, names fresh rows in the copy.

    Wagtail copies the fields, then the revisions; both are renamed as they are written. A subclass
    says what is renamed to what, and how.
    """

    revisions: Any
    latest_revision: Any
    latest_revision_id: int | None
    translation_key: UUID
    copied_from: Any = None
    fresh: Any = None

    def fresh_rows(self, source: Any) -> Any:
        """What each row that ``source`` or a revision of it names becomes in this copy."""
        raise NotImplementedError

    def rename(self, fresh: Any) -> None:
        """Replace the rows that this page's fields name."""
        raise NotImplementedError

    def rename_in(self, content: dict[str, Any], fresh: Any) -> None:
        """Replace the rows that the stored ``content`` of a revision names."""
        raise NotImplementedError

    def copy_all_child_relations(self, target: Any, *args: Any, **kwargs: Any) -> Any:
        """Part of every copy of a page: remember where a copy that is no translation is from."""
        if target.translation_key != self.translation_key and not target.alias_of_id:
            target.copied_from = self
        return super().copy_all_child_relations(target, *args, **kwargs)  # type: ignore[misc] # a mixin of pages

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the page; a copy gets rows of its own first."""
        with transaction.atomic():
            if self.copied_from is not None and self.fresh is None:
                self.fresh = self.fresh_rows(self.copied_from)
                self.rename(self.fresh)
            super().save(*args, **kwargs)  # type: ignore[misc] # a mixin of pages

    def get_latest_revision_as_object(self) -> Any:
        """Wagtail reads a copy's revisions here, once all are copied."""
        if self.fresh:
            for revision in self.revisions.all():
                self.rename_in(revision.content, self.fresh)
                revision.save(update_fields=["content"])
            self.latest_revision = self.revisions.filter(pk=self.latest_revision_id).first()
        return super().get_latest_revision_as_object()  # type: ignore[misc] # a mixin of pages
