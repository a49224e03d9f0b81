"""Copying the coalition's pages: no copy asks for what its original asks."""

import json
from typing import Any

from alerts.supporters.asks.cloning import clone
from home.models.copying import TakesFreshRows

from ..statement import Statement

Fresh = dict[int, int]


class DropsStatement(TakesFreshRows):
    """A page that names a statement of another page; its copy names none."""

    statement: Statement | None

    def fresh_rows(self, source: Any) -> dict[str, None]:
        """What the copy and its revisions say instead of what ``source`` says."""
        return {"statement": None}

    def rename(self, fresh: dict[str, None]) -> None:
        """Name no statement."""
        self.statement = None

    def rename_in(self, content: dict[str, Any], fresh: dict[str, None]) -> None:
        """Name no statement in a revision."""
        content.update(fresh)


class CopiesStatement(TakesFreshRows):
    """A page that owns a statement, which blocks of its body may name as well.

    Its copy gets a statement of its own, with the same settings.
    """

    pk: Any
    statement_id: int | None
    body: Any

    def fresh_rows(self, source: Any) -> Fresh:
        """A clone of each statement that ``source`` and its drafts name.

        A translation of the copy shares the statement of the copy.
        """
        named = {source.statement_id, *(r.content.get("statement") for r in source.revisions.all())}
        copies = type(source).objects.filter(translation_key=self.translation_key)
        shared = copies.exclude(pk=self.pk).values_list("statement", flat=True).first()
        rows = Statement.objects.filter(pk__in=named - {None})
        if shared and source.statement_id:
            rows = rows.exclude(pk=source.statement_id)
            return {source.statement_id: shared} | {row.pk: clone(row).pk for row in rows}
        return {row.pk: clone(row).pk for row in rows}

    def rename(self, fresh: Fresh) -> None:
        """Replace the statement, in the body too."""
        if self.statement_id is not None:
            self.statement_id = fresh[self.statement_id]
        self.body = _renamed(list(self.body.get_prep_value()), fresh)

    def rename_in(self, content: dict[str, Any], fresh: Fresh) -> None:
        """Replace the statement that a revision names, in its body too."""
        content["statement"] = fresh.get(content["statement"], content["statement"])
        content["body"] = json.dumps(_renamed(json.loads(content.get("body") or "[]"), fresh))


def _renamed(stream: list[dict[str, Any]], fresh: Fresh) -> list[dict[str, Any]]:
    """``stream``, a stored body, with the statements of its blocks replaced."""
    for block in stream:
        value = block["value"]
        if isinstance(value, dict) and value.get("statement") in fresh:
            block["value"] = {**value, "statement": fresh[value["statement"]]}
    return stream
