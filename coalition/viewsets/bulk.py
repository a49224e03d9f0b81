"""Deciding about many at once, from the list."""

from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from ..models import Endorser
from ..services.deleting import deleting
from .endorsers import EndorserViewSet
from .filters import EndorserFilterSet
from .sentences import APPROVE, DECLINE, Verb, done_sentence, left_sentences


class DecideBulkAction(SnippetBulkAction):
    """Makes one decision about all that were ticked; who was decided on already is named."""

    models: ClassVar = [Endorser]
    template_name = "admin/coalition/bulk_decision.html"
    verb: Verb

    def check_perm(self, snippet: Endorser) -> bool:
        """Who may change entries may decide."""
        return bool(self.permission_policy.user_has_permission(self.request.user, "change"))

    def get_all_objects_in_listing_query(self, parent_id: str | None) -> QuerySet[Any]:
        """All that the list showed, with its filters and its search, and no others."""
        asked = QueryDict(urlsplit(self.next_url).query)
        shown = EndorserFilterSet(asked, queryset=Endorser.objects.all(), request=self.request)
        found = shown.qs if shown.is_valid() else Endorser.objects.none()
        search = Q()
        for field in EndorserViewSet.search_fields:
            search |= Q(**{f"{field}__icontains": asked.get("q", "")})
        keys: QuerySet[Any] = found.filter(search).values_list("pk", flat=True)
        return keys

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also what is about to be decided."""
        return {**super().get_context_data(**kwargs), "verb": self.verb}

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Decide about those who wait, and name the others."""
        chosen, _refused = self.get_actionable_objects()
        decided = self.verb.decide(endorsers=chosen, by=self.request.user)
        if decided.done:
            messages.success(self.request, done_sentence(self.verb, len(decided.done)))
        for sentence in left_sentences(decided.left):
            messages.warning(self.request, sentence)
        return redirect(self.next_url)


class ApproveBulkAction(DecideBulkAction):
    """Lists those who wait."""

    verb = APPROVE
    display_name = APPROVE.label
    aria_label = APPROVE.label
    action_type = "approve"
    action_priority = 10


class DeclineBulkAction(DecideBulkAction):
    """Declines those who wait."""

    verb = DECLINE
    display_name = DECLINE.label
    aria_label = DECLINE.label
    action_type = "decline"
    action_priority = 20
    classes: ClassVar = {"serious"}


class DeleteEndorsersBulkAction(DeleteBulkAction):
    """Deletes spam."""

    models: ClassVar = [Endorser]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Show no names to those who may not delete."""
        if not self.permission_policy.user_has_permission(request.user, "delete"):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    @classmethod
    def execute_action(cls, objects: list[Endorser], **kwargs: Any) -> tuple[int, int]:
        """Delete them, and forget what tells who they were."""
        with deleting(endorsers=objects):
            deleted: tuple[int, int] = super().execute_action(objects, **kwargs)
        return deleted
