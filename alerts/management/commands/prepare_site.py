"""``manage.py prepare_site``: what every new site needs before its first page."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from wagtail.models import Locale

from alerts.groups import ROWS, ensure_groups
from alerts.petitions.packet.fonts import undrawn_languages
from alerts.petitions.packet.typesetting import NotSet
from alerts.supporters.limits import ensure_limits


class Command(BaseCommand):
    """Creates the offered languages, the groups of staff and the limits of signing.

    Running it again changes nothing.
    """

    help = "Creates the languages of ALTAVOZ_LANGUAGES, the groups of staff and the limits."

    def handle(self, *args: Any, **options: Any) -> None:
        for code, _name in settings.LANGUAGES:
            Locale.objects.get_or_create(language_code=code)
        ensure_groups()
        ensure_limits()
        codes = ", ".join(code for code, _name in settings.LANGUAGES)
        groups = ", ".join(sorted(ROWS))
        self.stdout.write(f"Languages: {codes}. Groups: {groups}.")
        unread = [
            language.code for language in settings.OFFERED_LANGUAGES if not language.is_reviewed
        ]
        if unread:
            self.stdout.write(
                f"No speaker has reviewed the interface yet in: {', '.join(unread)}. "
                "Before you go public in them, ask somebody who speaks them to read it."
            )
        self._name_missing_fonts()

    def _name_missing_fonts(self) -> None:
        try:
            undrawn = ", ".join(language.code for language in undrawn_languages())
        except NotSet:
            self.stderr.write("The program that makes PDFs does not start; reinstall typst.")
            return
        if undrawn:
            self.stderr.write(
                f"No font here can draw: {undrawn}. PDFs name the script instead."
                " Install fonts such as Noto, or name folders in ALTAVOZ_FONT_FOLDERS."
            )
