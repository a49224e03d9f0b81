"""Copying an alert: the copy gets actions of its own, with the same settings."""

import json
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _
from wagtail.models import Revision

from alerts.actions import MODELS, OwnedAction, load, named_actions

Fresh = dict[tuple[str, int], int | None]
# What an action has from its own life, not from its editors.
OWN = {"id", "uuid", "name", "state", "home", "archived_at", "created_at"}
NAME_LENGTH = 180


class CopiesActions:
    """A page that, copied under another translation key, names fresh actions in the copy.

    Wagtail copies the fields, then the revisions; both are renamed as they are written.
    """

    body: Any
    revisions: Any
    latest_revision: Any
    latest_revision_id: int | None
    translation_key: UUID
    copied_from: Any = None
    fresh: Fresh | None = None

    def copy_all_child_relations(self, target: Any, *args: Any, **kwargs: Any) -> Any:
        """Part of every copy of a page: remember where a copy that is no translation is from."""
        if target.translation_key != self.translation_key and not target.alias_of_id:
            target.copied_from = self
        return super().copy_all_child_relations(target, *args, **kwargs)  # type: ignore[misc] # a mixin of pages

    def take_fresh_actions(self) -> None:
        """Before a copy is first saved: clone the actions its body and its drafts name."""
        if self.copied_from is not None and self.fresh is None:
            self.fresh = fresh_actions(self.copied_from, self)
            self.body = renamed(list(self.body.get_prep_value()), self.fresh)

    def get_latest_revision_as_object(self) -> Any:
        """Wagtail reads a copy's revisions here, once all are copied."""
        if self.fresh:
            rename_revisions(self.revisions.all(), self.fresh)
            self.latest_revision = self.revisions.filter(pk=self.latest_revision_id).first()
        return super().get_latest_revision_as_object()  # type: ignore[misc] # a mixin of pages


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
    return fresh | {identity: _clone(rows[identity]).pk for identity in missing}


def renamed(stream: list[dict[str, Any]], fresh: Fresh) -> list[dict[str, Any]]:
    """``stream``, a stored body, with its actions replaced."""
    for block in stream:
        kind = block["type"]
        if kind in MODELS and (kind, block["value"].get(kind)) in fresh:
            block["value"] = {**block["value"], kind: fresh[kind, block["value"][kind]]}
    return stream


def rename_revisions(revisions: "models.QuerySet[Revision]", fresh: Fresh) -> None:
    """Replace the actions in what copied revisions say."""
    for revision in revisions:
        revision.content["body"] = json.dumps(renamed(_stream(revision), fresh))
        revision.save(update_fields=["content"])


def _stream(revision: Revision) -> list[dict[str, Any]]:
    """The body a revision holds."""
    stream: list[dict[str, Any]] = json.loads(revision.content.get("body") or "[]")
    return stream


def _named_by(source: Any) -> list[OwnedAction]:
    named = list(source.owned_actions)
    for revision in source.revisions.all():
        named += named_actions(_stream(revision))
    return named


def _clone(row: Any) -> Any:
    settings = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in OWN
    }
    name = _("%(name)s (copy)") % {"name": row.name[:NAME_LENGTH]}
    return type(row).objects.create(name=name, **settings)
