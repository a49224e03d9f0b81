"""Choosing, from inside a page, the one row whose words the page holds in every language."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.blocks import ChooserBlock
from wagtail.models import Page
from wagtail.utils.registry import resolve_model_string


class IdentityChooserBlock(ChooserBlock):
    """Names what a block is about. Translators cannot point it elsewhere."""

    def get_translatable_segments(self, value: Any) -> list[Any]:
        """Nothing of it is ever translated."""
        return []

    def restore_translated_segments(self, value: Any, segments: list[Any]) -> Any:
        """The translation keeps what the source names."""
        return value


class IdentityColumns:
    """What the dialog tells of each row: how it stands, and the page that holds its words.

    A row's ``home`` is that page's translation key.
    """

    told: Sequence[Column] = ()
    home_label: Any = _("On the page")

    @property
    def columns(self) -> list[Column]:
        """The title, what the viewset has told, and the home."""
        home = Column("home", label=self.home_label, accessor=self.home_title)
        return [*super().columns, *self.told, home]  # type: ignore[misc] # a mixin over Wagtail's chooser views

    @cached_property
    def home_titles(self) -> dict[Any, str]:
        """The titles of the pages that own the listed rows, by translation key."""
        keys = [row.home for row in self.results if row.home]  # type: ignore[attr-defined] # set by the view before columns are asked for
        pages = Page.objects.filter(translation_key__in=keys).order_by("-locale_id")
        return dict(pages.values_list("translation_key", "title"))

    def home_title(self, row: Any) -> str:
        """The page that holds the row's words, or a dash."""
        return self.home_titles.get(row.home, "–")


class ChooseIdentityView(IdentityColumns, ChooseView):
    """The dialog."""


class ChooseIdentityResultsView(IdentityColumns, ChooseResultsView):
    """The dialog's list, when it is searched or paged."""


class IdentityChooserViewSet(ChooserViewSet):
    """A dialog that lists rows not archived and can create one.

    The model has ``home`` and ``archived_at``, and a queryset ``with_counts()``; ``told`` are the
    columns that show how each of its rows stands.
    """

    base_block_class = IdentityChooserBlock
    choose_view_class = ChooseIdentityView
    choose_results_view_class = ChooseIdentityResultsView
    create_action_label = _("Create")
    icon = "form"
    told: ClassVar[Sequence[Column]] = ()
    home_label = IdentityColumns.home_label

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """What every view is told, the columns of the lists among it."""
        return {
            **super().get_common_view_kwargs(**kwargs),
            "told": self.told,
            "home_label": self.home_label,
        }

    def get_object_list(self) -> QuerySet[Any]:
        """The rows a page may still use, the newest first."""
        rows = resolve_model_string(self.model).objects.filter(archived_at=None)
        return rows.with_counts().order_by("-pk")
