"""Staff bring lists and fetch the register in the menu “Coalition”."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from ..admin_imports.base import ADD, DROP, EXPORT, LIST, SHOW, UNDO, ImportsMixin
from ..admin_imports.exports import ExportView
from ..admin_imports.lists import ImportAddView, ImportListView
from ..admin_imports.single import ImportDropView, ImportUndoView, ImportView
from ..viewsets import COALITION_MENU


class ImportsMenuItem(MenuItem):
    """The way to the imports, for those who may import."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(ImportsMixin.permission_policy.user_has_permission(request.user, "add"))


@hooks.register(COALITION_MENU)
def imports_menu_item() -> MenuItem:
    """The last entry of the menu."""
    return ImportsMenuItem(_("Imports"), reverse_lazy(LIST), icon_name="upload", order=900)


@hooks.register("register_admin_urls")
def import_urls() -> list[URLPattern]:
    """The pages around imports, and the files of the register."""
    return [
        path("coalition/imports/", ImportListView.as_view(), name=LIST),
        path("coalition/imports/add/", ImportAddView.as_view(), name=ADD),
        path("coalition/imports/<uuid:pk>/", ImportView.as_view(), name=SHOW),
        path("coalition/imports/<uuid:pk>/undo/", ImportUndoView.as_view(), name=UNDO),
        path("coalition/imports/<uuid:pk>/drop/", ImportDropView.as_view(), name=DROP),
        path("coalition/export/<str:file_format>/", ExportView.as_view(), name=EXPORT),
    ]
