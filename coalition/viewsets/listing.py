"""The register as a list: who waits for a decision comes first."""

from typing import Any

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import ngettext
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views.snippets import IndexView

from locales.cldr import local_number

from ..duplicates import with_duplicates
from ..models import Endorsement, Endorser, StatusChange
from .filters import corrections, strangers


def register_rows() -> QuerySet[Endorser]:
    """Every endorser with what the list tells of it, in a constant number of queries."""
    rank = Case(
        When(status=Endorser.Status.CONFIRMED, then=Value(0)),
        When(has_correction=True, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    rows = Endorser.objects.prefetch_related("places").annotate(
        has_correction=Exists(corrections()),
        has_stranger=Exists(strangers()),
        has_counted=has_counted(),
    )
    return rows.annotate(rank=rank).order_by("rank", "sort_key", "name", "pk")


def has_counted() -> Any:
    """Whether an endorser was ever listed: it is a part of what was shown and is never deleted."""
    endorsements = Endorsement.objects.filter(endorser=OuterRef("pk"))
    listed = StatusChange.objects.filter(endorser=OuterRef("pk"), status=Endorser.Status.APPROVED)
    counted = Exists(endorsements.filter(counted_from__isnull=False))
    return Q(status=Endorser.Status.APPROVED) | Q(counted) | Q(Exists(listed))


def waiting_phrase(count: int) -> str:
    """How many wait, for a button or a summary."""
    words = ngettext("%(count)s endorser waits for you", "%(count)s endorsers wait for you", count)
    return words % {"count": local_number(count)}


class EndorserIndexView(IndexView):
    """The list, with a mark at those that look like another."""

    def get_table(self, object_list: Any) -> Any:
        """Look for duplicates of the endorsers on this page at once."""
        rows = list(object_list)
        doubtful = with_duplicates(row.pk for row in rows)
        for row in rows:
            row.is_doubtful = row.pk in doubtful
        return super().get_table(rows)

    @cached_property
    def header_buttons(self) -> list[Button]:
        """Also the way to those who wait."""
        waiting = Endorser.objects.awaiting().count()
        url = f"{reverse(self.index_url_name)}?status={Endorser.Status.CONFIRMED}"
        button = HeaderButton(waiting_phrase(waiting), url=url, icon_name="warning")
        return [*super().header_buttons, *([button] if waiting else [])]

    def get_delete_url(self, instance: Any) -> str | None:
        """None for those that were ever listed."""
        return None if instance.has_counted else super().get_delete_url(instance)
