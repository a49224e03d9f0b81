"""Seal all personal data with the newest key."""

from alerts.supporters.management.rotating import RotateCommand
from alerts.supporters.rotation import reseal


class Command(RotateCommand):
    help = "Seal every row with the first of SEAL_KEYS. May be stopped, and run again to go on."
    verb = staticmethod(reseal)
