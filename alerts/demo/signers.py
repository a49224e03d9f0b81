"""Invented people who sign the demo's letter, as their real like would."""

import csv
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from alerts.officials.zips import state_of
from alerts.petitions.entry import Entry
from alerts.petitions.models import Petition
from alerts.petitions.models.settings import Shown
from alerts.petitions.services import confirm_signature, record_delivery, sign
from alerts.petitions.services.delivering import next_number

from .pages.welcome import LETTER

SIGNERS = Path(__file__).parent / "signers.csv"


@transaction.atomic
def sign_demo_letter() -> int:
    """Have everybody sign whom ``signers.csv`` names, and deliver the list in between.

    Returns how many have signed: none where there is no such letter, or somebody signed before.
    """
    letter = Petition.objects.filter(name=LETTER, signatures=None).exclude(versions=None).first()
    if letter is None:
        return 0
    with SIGNERS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    first = sum(_sign(letter, row, number) for number, row in enumerate(rows) if not row["since"])
    _deliver(letter)
    since = sum(_sign(letter, row, number) for number, row in enumerate(rows) if row["since"])
    return first + since


def _sign(letter: Petition, row: dict[str, str], number: int) -> bool:
    """Sign in the language of ``row``, or in one that the site has."""
    versions = letter.versions.order_by("-number")
    version = versions.filter(locale=row["locale"]).first() or versions[0]
    entry = Entry(
        name=row["name"],
        title=row["title"],
        organisation=row["organisation"],
        city=row["city"],
        zip=row["zip"],
        region=state_of(row["zip"]),
        email=f"signer@congregation{number}.example.org",
        shows_name=True,
        shown_as=Shown.LISTED,
    )
    confirm_signature(signature_id=sign(version=version, entry=entry))
    return True


def _deliver(letter: Petition) -> None:
    today = timezone.localdate(timezone=timezone.get_default_timezone())
    record_delivery(
        petition=letter,
        number=next_number(None),
        day=today,
        to_whom="Washington, D.C.",
        by=None,
    )
