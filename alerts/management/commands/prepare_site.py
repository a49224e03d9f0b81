"""``manage.py prepare_site``: what every new site needs before its first page."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from wagtail.models import Locale

from alerts.groups import EDITORS, ORGANIZERS, TRANSLATORS, ensure_groups


class Command(BaseCommand):
    """Creates the offered languages and the groups of staff; running it again changes nothing."""

    help = "Creates the languages of ALTAVOZ_LANGUAGES and the groups of staff."

    def handle(self, *args: Any, **options: Any) -> None:
        for code, _name in settings.LANGUAGES:
            Locale.objects.get_or_create(language_code=code)
        ensure_groups()
        codes = ", ".join(code for code, _name in settings.LANGUAGES)
        self.stdout.write(f"Languages: {codes}. Groups: {EDITORS}, {ORGANIZERS}, {TRANSLATORS}.")
        unread = [
            language.code for language in settings.OFFERED_LANGUAGES if not language.is_reviewed
        ]
        if unread:
            self.stdout.write(
                f"No speaker has reviewed the interface yet in: {', '.join(unread)}. "
                "Before you go public in them, ask somebody who speaks them to read it."
            )
