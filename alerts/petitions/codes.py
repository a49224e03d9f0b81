"""Six digits from the mail, for those who read it on another device than the one they sign on.

Only a keyed hash is kept, bound to its signature: a stolen database does not tell a code. A new
mail brings a new code, and the one before it works no more.
"""

import secrets
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from .errors import WrongCode
from .models import Signature
from .settling import confirm_signature

DIGITS = 6
MOST_TRIES = 5
LASTS = timedelta(hours=24)


def issue_code(signature: Signature) -> str:
    """A new code for ``signature``, which is locked; it works for a day and for five tries."""
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    signature.code_hash = _hash(signature.pk, code)
    signature.code_tries = 0
    signature.code_until = timezone.now() + LASTS
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
    """The hash to compare with, once this try is noted; it stays noted whatever comes of it."""
    own = Signature.objects.filter(pk=signature_id)
    works = own.filter(code_until__gt=timezone.now(), code_tries__lt=MOST_TRIES)
    is_left = works.update(code_tries=F("code_tries") + 1)
    kept = own.values_list("code_hash", flat=True).first()
    return kept if is_left and kept else ""


def _hash(signature_id: UUID, code: str) -> str:
    said = f"{signature_id.hex}{code}"
    purpose = "altavoz.petitions.code"
    return salted_hmac(purpose, said, secret=settings.HASH_KEY, algorithm="sha256").hexdigest()
