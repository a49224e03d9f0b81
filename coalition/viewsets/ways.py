"""Where the pages of the register are."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..models import Endorser

LIST = "wagtailsnippets_coalition_endorser:list"
EDIT = "wagtailsnippets_coalition_endorser:edit"
MERGE = "wagtailsnippets_coalition_endorser:merge"
TWIN = "wagtailsnippets_coalition_endorser:twin"


def way_to(endorser: Endorser, title: Any) -> list[dict[str, Any]]:
    """The crumbs from the list by an entry to the page called ``title``."""
    return [
        {"url": reverse(LIST), "label": _("Endorsers")},
        {"url": reverse(EDIT, args=[endorser.pk]), "label": str(endorser)},
        {"url": "", "label": title, "sublabel": str(endorser)},
    ]
