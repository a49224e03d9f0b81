"""The join block: the form by which an organization or a person endorses a statement."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from alerts.supporters.addresses import act_url

from ..choosers import StatementChooserBlock
from ..forms import JoinForm
from ..listing.addresses import statement_page_for
from ..models.statement import Statement
from ..services import latest_version


class JoinBlock(blocks.StructBlock):
    """Shows the form to join a statement: the one it names, else that of the page it stands on."""

    statement = StatementChooserBlock(
        label=_("Statement"),
        required=False,
        help_text=_("Leave empty on the statement's own page and on the coalition's page."),
    )
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    intro = blocks.RichTextBlock(
        label=_("Introduction"),
        required=False,
        features=["bold", "italic", "ol", "ul", "link"],
        help_text=_("Who should join, and what that means."),
    )

    class Meta:
        icon = "group"
        label = _("Join form")
        description = _("Organizations and people add their names to a statement.")
        template = "blocks/join_block.html"
        preview_value = {
            "heading": "Add your organization",
            "intro": "<p>Congregations, unions and clinics in every state are welcome.</p>",
        }

    def statement_of(self, value: Any, page: Any) -> Statement | None:
        """What is joined by the block with ``value`` on ``page``."""
        statement: Statement | None = value.get("statement") or getattr(page, "statement", None)
        return statement

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        page = context.get("page")
        statement = self.statement_of(value, page)
        version = latest_version(statement, page.locale.language_code) if page else None
        bound = context.get("bound_forms", {}).get(("statement", statement and statement.pk))
        inert = page is None or getattr(context.get("request"), "is_preview", False)
        can_join = bool(version and version.statement.is_open and statement_page_for(version))
        return context | {
            "statement": statement,
            "version": version,
            "form": bound or JoinForm(version=version),
            "action_url": act_url("join", version.pk) if version and not inert else "",
            "entry_link_url": "" if inert else act_url("entry-link"),
            "inert": inert,
            "can_join": can_join,
            "shows_form": bool(inert or bound or can_join),
        }

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_preview_context(value, parent_context)
        return {**context, "page": None}


def shows_form_of(page: Any) -> bool:
    """Whether one of the blocks of ``page`` shows the form of its own statement."""
    return any(
        isinstance(bound.block, JoinBlock)
        and bound.block.statement_of(bound.value, page) == page.statement
        for bound in page.body
    )
