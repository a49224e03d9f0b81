"""Six digits from the mail, for those who read it on another device than the one they sign on.

Only a keyed hash is kept, bound to its signature: a stolen database does not tell a code. A new
mail brings a new code, and the one before it works no more. It brings no new tries: who guesses
could ask for as many mails as the address gets, or sign anew as often.
"""

import secrets
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from .errors import WrongCode
from .models import Signature
from .settling import confirm_signature

DIGITS = 6
MOST_TRIES = 5
LASTS = timedelta(hours=24)


def issue_code(signature: Signature) -> str:
    """A new code for ``signature``, which is locked; it works for a day.

    The tries that were made with the code before it count on, unless its day is over.
    """
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    now = timezone.now()
    signature.code_hash = _hash(signature.pk, code)
    if signature.code_until is None or signature.code_until <= now:
        signature.code_tries = 0
    signature.code_until = now + LASTS
    signature.save(update_fields=["code_hash", "code_tries", "code_until"])
    return code


def confirm_by_code(*, signature_id: UUID, code: str) -> Signature:
    """Settle a signature as its link would, if ``code`` is what its newest mail says.

    Raises :class:`WrongCode` alike, and after the same steps, for a wrong code, one too old or
    tried too often, and a signature that is gone: nobody learns what is kept of an address.
    """
    if not constant_time_compare(_hash(signature_id, code), _code_tried(signature_id)):
        raise WrongCode
    try:
        return confirm_signature(signature_id=signature_id)
    except Signature.DoesNotExist:
        raise WrongCode from None


def _code_tried(signature_id: UUID) -> str:
    """The hash to compare with, once this try is noted; it stays noted whatever comes of it.

    The address has its five tries for all that was signed with it under the petition.
    """
    own, working = Signature.objects.filter(pk=signature_id), _working()
    works = working.filter(pk=signature_id).annotate(others=_tries_of_others(working))
    is_left = works.filter(code_tries__lt=MOST_TRIES - F("others")).update(
        code_tries=F("code_tries") + 1
    )
    kept = own.values_list("code_hash", flat=True).first()
    return kept if is_left and kept else ""


def _working() -> "QuerySet[Signature]":
    return Signature.objects.filter(code_until__gt=timezone.now())


def _tries_of_others(working: "QuerySet[Signature]") -> Coalesce:
    """How often the codes of other signatures of the same address and petition were tried."""
    same = working.filter(email_hash=OuterRef("email_hash"), petition=OuterRef("petition"))
    others = same.exclude(pk=OuterRef("pk")).order_by().values("petition")
    return Coalesce(Subquery(others.values_list(Sum("code_tries"))), 0)


def _hash(signature_id: UUID, code: str) -> str:
    said = f"{signature_id.hex}{code}"
    purpose = "altavoz.petitions.code"
    return salted_hmac(purpose, said, secret=settings.HASH_KEY, algorithm="sha256").hexdigest()
