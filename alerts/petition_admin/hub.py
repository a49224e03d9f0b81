"""The pages about one petition that its edit page leads to."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alerts.petitions.models import Petition

CHANGE = "petitions.change_petition"
SEE_NUMBERS = "petitions.view_petition"
SEE_PERSONS = "petitions.view_signature"
DELIVER = "petitions.deliver_petition"
CHANGE_SIGNATURES = "petitions.change_signature"


@dataclass(frozen=True, slots=True)
class Link:
    """A page about one petition: ``url_name`` takes its key, ``permission`` is what it asks for.

    One ``of_letters`` is of use where signers are listed.
    """

    label: Promise
    url_name: str
    permission: str
    of_letters: bool = False


# In the order in which they are shown.
LINKS: list[Link] = [
    Link(_("Numbers"), "petition_numbers", SEE_NUMBERS),
    Link(_("Published words"), "petition_versions", SEE_NUMBERS),
    Link(_("Signatures on paper"), "petition_paper", CHANGE),
    Link(_("Reasons for signing"), "petition_reasons", CHANGE),
    Link(_("Held signatures"), "petition_held", CHANGE),
    Link(_("Sources"), "petition_sources", SEE_NUMBERS),
    Link(_("Change many"), "petition_sweeps", CHANGE_SIGNATURES),
    Link(_("News to signers"), "petition_news", CHANGE),
    Link(_("Delivery packets"), "petition_packets", DELIVER),
    Link(_("Delivered lists"), "petition_deliveries", DELIVER, of_letters=True),
]


def links_for(user: Any, petition: Petition) -> list[tuple[Promise, str]]:
    """The label and address of every page about ``petition`` that ``user`` may open."""
    of_use = [link for link in LINKS if petition.is_sign_on or not link.of_letters]
    allowed = [link for link in of_use if user.has_perm(link.permission)]
    return [(link.label, reverse(link.url_name, args=[petition.pk])) for link in allowed]


def numbers_url(petition: Petition) -> str:
    """The page that everybody may open who sees the list, from which the others are reached."""
    return reverse("petition_numbers", args=[petition.pk])
