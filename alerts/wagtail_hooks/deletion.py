"""Deleting what other rows stand on is answered with a sentence."""

from typing import Any

from django.db import router
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages


@hooks.register("before_delete_snippet")
def refuse_protected(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """Go back to the list when the database would refuse one of ``instances``."""
    kept = [instance for instance in instances if _is_protected(instance)]
    if not kept:
        return None
    for instance in kept:
        messages.error(
            request,
            _("“%(name)s” cannot be deleted: other entries refer to it.") % {"name": instance},
        )
    return redirect(type(kept[0]).snippet_viewset.get_url_name("list"))


def _is_protected(instance: Any) -> bool:
    collector = Collector(using=router.db_for_write(type(instance)), origin=instance)
    try:
        collector.collect([instance])
    except ProtectedError:
        return True
    return False
