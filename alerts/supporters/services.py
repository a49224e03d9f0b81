"""The verbs of consent."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from .hashing import email_hash
from .models import Consent, ConsentText, Organisation
from .models.consent import ConsentQuerySet

AT_ONCE = 500


@transaction.atomic
def record_consent(
    *, act: UUID, organisation: Organisation, text: str, locale: str, email: str, source: str
) -> None:
    """Keep the permission given with ``act`` and the sentence that was shown, unconfirmed.

    Giving it again before confirming changes nothing and takes the same steps.
    """
    consent = Consent(
        text=_consent_text(organisation, locale, text),
        act=act,
        email_hash=email_hash(email),
        source=source[: Consent._meta.get_field("source").max_length],
    )
    consent.seal(email=email)
    Consent.objects.bulk_create([consent], ignore_conflicts=True)


def confirm_consents(*, act: UUID) -> None:
    """Put in force what was given with ``act``, whose sender has shown to read the address."""
    Consent.objects.filter(act=act).awaiting().update(confirmed_at=timezone.now())


def erase_consents(*, acts: Iterable[UUID]) -> None:
    """Forget what was given with ``acts`` that nobody will confirm any more."""
    Consent.objects.filter(act__in=acts).awaiting().delete()


@transaction.atomic
def withdraw_consents(consents: ConsentQuerySet) -> int:
    """Take back what ``consents`` allow and forget whose they are; those awaiting are erased.

    What was agreed to, when, and when it was taken back stays. Returns how many were in force.
    """
    consents.awaiting().delete()
    held = list(consents.in_force().select_for_update(of=("self",)).order_by("pk"))
    for consent in held:
        consent.withdrawn_at, consent.email_hash = timezone.now(), ""
        consent.seal()
    Consent.objects.bulk_update(held, ["withdrawn_at", "email_hash", "sealed"], batch_size=AT_ONCE)
    return len(held)


@transaction.atomic
def part_consents(*, acts: Iterable[UUID]) -> None:
    """Let nothing tell any more which of ``acts`` a consent was given with; it stays in force."""
    consents = Consent.objects.filter(act__in=acts)
    consents.awaiting().delete()
    held = list(consents.select_for_update(of=("self",)).order_by("pk"))
    for consent in held:
        consent.act = uuid4()
    Consent.objects.bulk_update(held, ["act"], batch_size=AT_ONCE)


def _consent_text(organisation: Organisation, locale: str, text: str) -> ConsentText:
    digest = ConsentText.digest_of(text)
    shown = ConsentText(organisation=organisation, locale=locale, text=text, digest=digest)
    ConsentText.objects.bulk_create([shown], ignore_conflicts=True)
    kept: ConsentText = ConsentText.objects.get(
        organisation=organisation, locale=locale, digest=digest
    )
    return kept


def organisations_awaiting(*, act: UUID) -> list[str]:
    """The names of those to whom confirming ``act`` would also give consent."""
    consents = Consent.objects.filter(act=act).awaiting()
    names = consents.order_by("text__organisation__name").values_list(
        "text__organisation__name", flat=True
    )
    return list(names.distinct())
