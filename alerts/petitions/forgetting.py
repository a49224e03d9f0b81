"""What it means to forget who signed: the place, the language and the times stay, for the count."""

from types import MappingProxyType

from .models import Signature
from .models.settings import Shown

# What is left in the columns of a signature that has no person behind it any more.
FORGOTTEN = MappingProxyType(
    {
        **dict.fromkeys(("email_hash", "name_hash", "network_hash", "domain_hash"), ""),
        "code_hash": "",
        "code_tries": 0,
        "code_until": None,
        "fingerprint": None,
        "source": "",
        "held_for": "",
        "reason_locale": "",
        "shows_name": False,
        "shown_as": Shown.NOTHING,
        "wants_news": False,
        "reason_state": Signature.ReasonState.NONE,
    }
)


def forget(signature: Signature) -> None:
    """Let ``signature``, which is then to be saved, say nothing of a person any more."""
    for name, value in FORGOTTEN.items():
        setattr(signature, name, value)
    signature.seal()
