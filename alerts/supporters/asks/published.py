import datetime
import hashlib
import json
from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import ImmutableModel, Organisation
from .ask import Ask

KEY_LENGTH = 12


class PublishedWords(ImmutableModel):
    """The words of an ask in one language as they once went live, for ever.

    A subclass has a foreign key to its ask, which ``ask_name`` names, with ``versions`` as the way
    back, and lists in ``WORDS`` what ``fields`` holds: ``title``, ``consent_text``, ``page_url``
    (the path where they were first published) and more. Forms, mails and what people did refer to
    this row.
    """

    ask_name: ClassVar[str]
    WORDS: ClassVar[tuple[str, ...]]

    locale = models.CharField(_("language"), max_length=12)
    number = models.PositiveIntegerField(_("version"))
    fields = models.JSONField(_("words"))
    digest = models.CharField(max_length=64, editable=False)
    published_at = models.DateTimeField(_("published"), default=timezone.now)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.title} ({self.locale}, {self.number})"

    @property
    def ask(self) -> Ask:
        """The ask whose words these are."""
        ask: Ask = getattr(self, self.ask_name)
        return ask

    @property
    def title(self) -> str:
        """What the ask is called in this language."""
        return str(self.fields["title"])

    @property
    def published_on(self) -> datetime.date:
        """The day they first went live, by the site's own clock."""
        return timezone.localdate(self.published_at, timezone.get_default_timezone())

    @property
    def organisation(self) -> Organisation | None:
        """Who asks for consent beside this ask, if anybody."""
        organisation: Organisation | None = self.ask.organisation
        return organisation

    @property
    def consent_text(self) -> str:
        """The sentence beside the consent box; empty where no organisation asks for consent.

        It names the organisation, also after another one has taken over.
        """
        text, organisation = str(self.fields["consent_text"]), self.organisation
        if not text or organisation is None:
            return ""
        is_named = organisation.name.casefold() in text.casefold()
        return text if is_named else f"{organisation.name}: {text}"

    @property
    def consent_key(self) -> str:
        """What the box stands for: another organisation or sentence has another key."""
        agreed = f"{self.ask.organisation_id}:{self.consent_text}"
        return hashlib.sha256(agreed.encode()).hexdigest()[:KEY_LENGTH]

    @classmethod
    def complete(cls, words: Mapping[str, str]) -> dict[str, str]:
        """``words`` with those left out as empty; raises ``ValueError`` for unknown ones."""
        unknown = sorted(set(words) - set(cls.WORDS))
        if unknown:
            message = f"A {cls.ask_name} has no {', '.join(unknown)}."
            raise ValueError(message)
        return {name: str(words.get(name, "")) for name in cls.WORDS}

    @staticmethod
    def digest_of(words: dict[str, str]) -> str:
        """What two equal sets of words have in common, wherever their page is."""
        said = {name: text for name, text in words.items() if name != "page_url"}
        text = json.dumps(said, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()
