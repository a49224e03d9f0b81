"""The one entry of the coalition in the admin's menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from .endorsers import EndorserViewSet

# A viewset with this as its ``menu_hook`` stands in the menu, too.
COALITION_MENU = "register_coalition_menu_item"


class CoalitionGroup(SnippetViewSetGroup):
    """Endorsers, and whatever registers for ``COALITION_MENU``."""

    items = (EndorserViewSet,)
    submenu_hook = COALITION_MENU
    menu_label = _("Coalition")
    menu_icon = "group"
    menu_order = 160
