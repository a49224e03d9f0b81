"""Staff find statements in the menu “Coalition”, and choose one where a page or block names it."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from alerts.supporters.asks.admin import NeverDeleted
from home.blocks.choosers import IdentityChooserViewSet

from ..choosers import statement_chooser
from ..models import Statement
from ..statement_admin import StatementViewSet


@hooks.register("register_admin_viewset")
def statement_dialog() -> IdentityChooserViewSet:
    """The dialog that chooses or creates a statement."""
    return statement_chooser


register_permission_policy(Statement, NeverDeleted(Statement))
register_snippet(StatementViewSet)
