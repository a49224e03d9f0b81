"""Copying an alert: the copy gets actions of its own, with the same settings."""

import json
from typing import Any

from alerts.actions import KINDS, OwnedAction, load, named_actions
from alerts.supporters.asks.cloning import clone
from home.models.copying import TakesFreshRows

Fresh = dict[tuple[str, int], int | None]


class CopiesActions(TakesFreshRows):
    """An alert: what its copies name is in its body."""

    body: Any

    def fresh_rows(self, source: Any) -> Fresh:
        """Clones of the actions that ``source`` and its drafts name."""
        return fresh_actions(source, self)

    def rename(self, fresh: Fresh) -> None:
        """Replace the actions in the body."""
        self.body = renamed(list(self.body.get_prep_value()), fresh)

    def rename_in(self, content: dict[str, Any], fresh: Fresh) -> None:
        """Replace the actions in the body that a revision holds."""
        content["body"] = json.dumps(renamed(_stream(content), fresh))


def fresh_actions(source: Any, copy: Any) -> Fresh:
    """What each action of ``source`` and its revisions becomes in ``copy`` and its translations.

    An action that no longer exists becomes none. A translation of the copy shares its actions.
    """
    others = type(copy).objects.filter(translation_key=copy.translation_key).exclude(pk=copy.pk)
    first, named = others.first(), _named_by(source)
    fresh: Fresh = {action.identity: None for action in named}
    if first is not None:
        pairs = zip(source.owned_actions, first.owned_actions, strict=False)
        fresh |= {ours.identity: theirs.pk for ours, theirs in pairs if ours.kind == theirs.kind}
    rows = load(named)
    missing = [identity for identity in rows if fresh[identity] is None]
    return fresh | {identity: clone(rows[identity]).pk for identity in missing}


def renamed(stream: list[dict[str, Any]], fresh: Fresh) -> list[dict[str, Any]]:
    """``stream``, a stored body, with its actions replaced."""
    for block in stream:
        kind = KINDS.get(block["type"])
        if kind and (kind, block["value"].get(kind)) in fresh:
            block["value"] = {**block["value"], kind: fresh[kind, block["value"][kind]]}
    return stream


def _stream(content: dict[str, Any]) -> list[dict[str, Any]]:
    """The body that a revision's ``content`` holds."""
    stream: list[dict[str, Any]] = json.loads(content.get("body") or "[]")
    return stream


def _named_by(source: Any) -> list[OwnedAction]:
    named = list(source.owned_actions)
    for revision in source.revisions.all():
        named += named_actions(_stream(revision.content))
    return named
