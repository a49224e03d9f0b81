"""Choosing or creating a statement, from its page or from a block that shows it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from home.blocks.choosers import IdentityChooserViewSet

statement_chooser = IdentityChooserViewSet(
    "statement_chooser",
    url_prefix="choose-statement",
    model="coalition.Statement",
    icon="doc-full",
    told=[
        Column("state", label=_("State"), accessor="get_state_display"),
        Column("count", label=_("Endorsers"), accessor="count"),
    ],
    form_fields=["name", "closes_at", "organisation"],
    choose_one_text=_("Choose or create a statement"),
    choose_another_text=_("Choose another statement"),
    edit_item_text=_("Edit this statement"),
)

StatementChooserBlock = statement_chooser.get_block_class(
    name="StatementChooserBlock", module_path="coalition.choosers"
)
