"""Safety mode: where signers could be at risk, a page shows nothing that tells who they are."""

from typing import Any

from django.apps import apps

from alerts.petitions.display import Display, display_of
from alerts.petitions.models import Petition
from alerts.petitions.models.settings import Shown


def in_safety_mode(petition: Petition) -> bool:
    """Whether the alert that owns ``petition`` says so, in any of its languages.

    Where one language has heard of it and another has not yet, all of them are safe.
    """
    if petition.home is None:
        return False
    pages = apps.get_model("alerts", "AlertPage").objects.filter(translation_key=petition.home)
    return bool(pages.filter(safety_mode=True).exists())


def display_on(page: Any, petition: Petition) -> Display:
    """What ``page``, the petition's own or another, shows of those who signed."""
    if petition.shows == Shown.NOTHING:
        return Display()
    return display_of(petition, safe=page.safety_mode or in_safety_mode(petition))
