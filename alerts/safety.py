"""Safety mode: where signers could be at risk, a page shows nothing that tells who they are."""

from typing import Any
from uuid import UUID

from django.apps import apps

from alerts.petitions.models import Petition
from alerts.petitions.models.settings import Shown


def in_safety_mode(petition: Petition) -> bool:
    """Whether staff or the alert that owns ``petition`` say so."""
    return petition.at_risk or alert_in_safety_mode(petition)


def alert_in_safety_mode(petition: Petition) -> bool:
    """Whether the alert that owns ``petition`` says so, in any of its languages.

    Where one language has heard of it and another has not yet, all of them are safe.
    """
    if petition.home is None:
        return False
    pages = apps.get_model("alerts", "AlertPage").objects.filter(translation_key=petition.home)
    return bool(pages.filter(safety_mode=True).exists())


def hides_signers(petition: Petition, page: Any = None) -> bool:
    """Whether safety mode keeps inside who signs; without a query where nobody is shown anyway.

    ``page`` is the one it stands on, perhaps a draft that is not saved yet.
    """
    if petition.shows == Shown.NOTHING:
        return False
    return bool(page is not None and page.safety_mode) or in_safety_mode(petition)


def outlast_alert(home: UUID) -> None:
    """Keep the signers of ``home``, a safe alert that is deleted, hidden until staff decide."""
    Petition.objects.filter(home=home).update(at_risk=True)
