"""Hash all addresses with the newest key."""

from alerts.supporters.management.rotating import RotateCommand
from alerts.supporters.rotation import rehash


class Command(RotateCommand):
    help = (
        "Hash anew with HASH_KEY what is sealed; OLD_HASH_KEYS hold the earlier keys."
        " May be stopped, and run again to go on."
    )
    verb = staticmethod(rehash)
