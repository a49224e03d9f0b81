"""Keeping the tallies small and right."""

from collections import Counter
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Count, F, Sum

from .models import Petition, Signature, Tally, TallyEntry

# Entries are deleted by their ids, and databases limit how many values one statement takes.
BATCH = 500


def fold_tallies() -> int:
    """Fold every open entry into its tally, from time to time; returns how many were folded."""
    petitions = TallyEntry.objects.order_by().values_list("petition", flat=True).distinct()
    return sum(_fold(petition) for petition in list(petitions))


def recount(petition: Petition) -> int:
    """Compute the tallies afresh from the signatures; returns the count.

    The petition's row is locked against new entries, whose transactions check it on committing:
    each signature is counted here or by its entry, never by both.
    """
    with transaction.atomic():
        Petition.objects.select_for_update().get(pk=petition.pk)
        petition.tally_entries.all().delete()
        petition.tallies.all().delete()
        tallies = Tally.objects.bulk_create(_tallies_of(petition))
    return sum(tally.count for tally in tallies)


def split(petition: Petition) -> Counter[tuple[str, str]]:
    """The exact count by language and state, read in one statement; the state may be empty.

    For staff: a place may have so few that its number tells who they are.
    """
    places = ("locale", "region")
    folded = petition.tallies.values_list(*places, "count")
    waiting = petition.tally_entries.order_by().values(*places).annotate(sum=Sum("delta"))
    rows = folded.union(waiting.values_list(*places, "sum"), all=True)
    found: Counter[tuple[str, str]] = Counter()
    for locale, region, number in rows:
        found[locale, region] += number
    return Counter({place: number for place, number in found.items() if number})


def _fold(petition: int) -> int:
    folded = 0
    while batch := _fold_batch(petition):
        folded += batch
    return folded


@transaction.atomic
def _fold_batch(petition: int) -> int:
    # Folding and recounting take turns on the petition; signing and confirming go on meanwhile.
    Petition.objects.select_for_update(no_key=True).get(pk=petition)
    entries = list(TallyEntry.objects.filter(petition=petition).order_by("pk")[:BATCH])
    _add(entries)
    TallyEntry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()
    return len(entries)


def _add(entries: Iterable[TallyEntry]) -> None:
    sums: dict[tuple[int, str, str], int] = {}
    for entry in entries:
        place = (entry.petition_id, entry.locale, entry.region)
        sums[place] = sums.get(place, 0) + entry.delta
    for (petition, locale, region), delta in sums.items():
        tally, _ = Tally.objects.get_or_create(petition_id=petition, locale=locale, region=region)
        Tally.objects.filter(pk=tally.pk).update(count=F("count") + delta)


def _tallies_of(petition: Petition) -> list[Tally]:
    counted = petition.signatures.filter(state=Signature.State.COUNTED).order_by()
    places = counted.values("locale", "region").annotate(count=Count("pk"))
    return [Tally(petition=petition, **place) for place in places]
