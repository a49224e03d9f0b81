"""``manage.py load_demo_signers``: invented people sign the demo's letter."""

from typing import Any

from django.core.management.base import BaseCommand

from alerts.demo.signers import sign_demo_letter


class Command(BaseCommand):
    """Shows what a sign-on letter looks like that was delivered once; done again it adds nobody."""

    help = "Has invented people sign the demo's sign-on letter, once."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many they are."""
        self.stdout.write(f"Signed the demo's letter: {sign_demo_letter()} invented people.")
