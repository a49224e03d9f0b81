"""Hash all addresses with the newest key, by the newest rule."""

from alerts.supporters.management.rotating import RotateCommand
from alerts.supporters.rotation import rehash


class Command(RotateCommand):
    help = (
        "Hash anew with HASH_KEY what is sealed; OLD_HASH_KEYS hold the earlier keys. Also after"
        " an upgrade by which addresses are compared by another rule."
        " May be stopped, and run again to go on."
    )
    verb = staticmethod(rehash)
