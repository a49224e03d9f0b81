"""Which actions a page owns: read from its body, block by block."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from alerts.letters.models import Letter
from alerts.petitions.models import Petition

Rows = dict[tuple[str, int], Petition | Letter]
MODELS: dict[str, type[Petition] | type[Letter]] = {"petition": Petition, "letter": Letter}
# The kind of action that each type of block owns, which is also the name of its chooser field.
KINDS = {"petition": "petition", "sign_on": "petition", "letter": "letter"}


@dataclass(frozen=True, slots=True)
class OwnedAction:
    """An action named by an owning block.

    ``kind`` is one of :data:`MODELS`, ``index`` the block's place in the body, ``pk`` the action's
    primary key.
    """

    kind: str
    index: int
    pk: int

    @property
    def identity(self) -> tuple[str, int]:
        """What makes two blocks the same action."""
        return self.kind, self.pk


def owned_actions(page: Any) -> list[OwnedAction]:
    """The actions of ``page``'s body in order; blocks that name none yet are left out."""
    return named_actions(page.body.raw_data)


def named_actions(stream: Iterable[Any]) -> list[OwnedAction]:
    """The actions of a stored body."""
    kinds = [(index, block, KINDS.get(block["type"])) for index, block in enumerate(stream)]
    return [
        OwnedAction(kind, index, block["value"][kind])
        for index, block, kind in kinds
        if kind and block["value"].get(kind)
    ]


def load(actions: list[OwnedAction]) -> Rows:
    """The rows behind ``actions`` by identity, in one query for each kind."""
    rows: Rows = {}
    for kind, model in MODELS.items():
        pks = [action.pk for action in actions if action.kind == kind]
        if pks:
            rows |= {(kind, row.pk): row for row in model.objects.filter(pk__in=pks)}
    return rows


def rows_in(body: Any) -> Rows:
    """The rows behind the actions of a stream that is about to be shown, read with its blocks."""
    kinds = [(bound, KINDS[bound.block_type]) for bound in body if bound.block_type in KINDS]
    named = [(kind, bound.value.get(kind)) for bound, kind in kinds]
    return {(kind, row.pk): row for kind, row in named if row}
