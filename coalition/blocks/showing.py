"""What every block shares that shows endorsers."""

from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..choosers import StatementChooserBlock
from ..listing.reading import Reading, reading_of
from ..listing.standing import Standing
from ..models.statement import Statement
from .examples import invented_coalition


def statement_told_by(page: Any) -> Statement | None:
    """The statement whose words ``page`` holds; the coalition's own page is about everybody."""
    words_are_here = isinstance(page, apps.get_model("coalition", "StatementPage"))
    return page.statement if words_are_here else None


class EndorsersBlock(blocks.StructBlock):
    """Shows who stands behind the chosen statement; else behind that of its page; else everybody.

    A subclass says in ``shown`` what its template needs to know.
    """

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    statement = StatementChooserBlock(
        label=_("Statement"),
        required=False,
        help_text=_("Leave empty for the page's own statement; elsewhere, for everybody."),
    )

    def shown(
        self, standing: Standing, value: Any, context: dict[str, Any], reading: Reading
    ) -> dict[str, Any]:
        """What the template shows of ``standing``."""
        raise NotImplementedError

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        reading = reading_of(context.get("request"))
        if context.get("is_example"):
            standing = invented_coalition()
        else:
            statement = value.get("statement") or statement_told_by(context.get("page"))
            standing = reading.standing(statement)
        return context | self.shown(standing, value, context, reading)

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_preview_context(value, parent_context)
        return {**context, "page": None, "is_example": True}
