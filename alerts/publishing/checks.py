"""What stands in the way of an alert, in sentences an editor can act on."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from alerts.actions import load
from alerts.letters.tokens import validate_tokens
from alerts.petitions.models import Petition
from home.publishing import Problem, living_homes

from .translations import source_actions, untranslated_words


def check_actions(page: Any) -> None:
    """Refuse ``page``, a draft or one that is live, with a ``ValidationError`` for its body."""
    if found := problems(page, going_live=page.live):
        raise refusal(found)


def problems(page: Any, *, going_live: bool) -> list[Problem]:
    """All that is wrong with the actions of ``page``; a draft may be untranslated still."""
    found = [*_in_actions(page), *_in_tokens(page), *_beside_source(page)]
    missing = untranslated_words(page) if going_live else ""
    return [*found, Problem(missing)] if missing else found


def refusal(found: list[Problem]) -> ValidationError:
    """The error that shows each problem where it is."""
    blocks: dict[int, dict[str, ValidationError]] = defaultdict(dict)
    for problem in found:
        if problem.index is not None:
            blocks[problem.index][problem.field] = ValidationError(problem.message)
    errors = {index: StructBlockValidationError(fields) for index, fields in blocks.items()}
    others = [problem.message for problem in found if problem.index is None]
    return ValidationError({"body": StreamBlockValidationError(errors, others)})


def _in_actions(page: Any) -> Iterator[Problem]:
    """An action that is gone, lives elsewhere, stands twice or is not safe here."""
    actions = page.owned_actions
    rows = load(actions)
    living = living_homes(rows.values())
    seen: set[tuple[str, int]] = set()
    for action in actions:
        row = rows.get(action.identity)
        if row is None:
            message = _("This action no longer exists. Choose another one.")
        elif row.home in living - {page.translation_key}:
            message = _("This action already lives in another alert.")
        elif action.identity in seen:
            message = _("This action stands twice in this alert.")
        elif page.safety_mode and isinstance(row, Petition) and row.is_sign_on:
            message = _(
                "An alert in safety mode shows no names, so it cannot hold a sign-on letter. To"
                " hide its list at once, let the public see less in the settings of the letter."
            )
        else:
            message = ""
        seen.add(action.identity)
        if message:
            yield Problem(message, action.index, action.kind)


def _in_tokens(page: Any) -> Iterator[Problem]:
    """A token that no letter can fill in; translations are saved around the blocks' forms."""
    children = page.body.stream_block.child_blocks
    for index, block in enumerate(page.body.raw_data):
        for field in getattr(children.get(block["type"]), "with_tokens", ()):
            try:
                validate_tokens(block["value"].get(field) or "")
            except ValidationError as error:
                yield Problem(" ".join(error.messages), index, field)


def _beside_source(page: Any) -> Iterator[Problem]:
    source = source_actions(page)
    if source is not None and source != [action.identity for action in page.owned_actions]:
        yield Problem(
            _("A translation keeps the petitions and letters of its source, in their order.")
        )
