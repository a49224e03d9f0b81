"""Where staff set the limits beyond which signatures are held for review."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from wagtail.admin.panels import FieldPanel
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Limit

FIXED = {"add", "delete"}


class OnlyChanged(ModelPermissionPolicy):
    """There is one limit for each kind of origin: none is added, none goes."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """As the user's groups say, but for adding and deleting."""
        return action not in FIXED and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions: Any) -> QuerySet[Any]:
        """Those whom any other of ``actions`` is open to."""
        users: QuerySet[Any] = super().users_with_any_permission(set(actions) - FIXED)
        return users


class LimitViewSet(SnippetViewSet):
    """The limits, each with what it counts."""

    model = Limit
    icon = "warning"
    list_display: ClassVar = ["__str__", "most", "minutes"]
    copy_view_enabled = False
    inspect_view_enabled = False
    panels: ClassVar = [FieldPanel("most"), FieldPanel("minutes"), FieldPanel("spared")]
