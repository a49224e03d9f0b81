"""Consent to mail: the box that asks for it, and keeping what was ticked."""

from uuid import UUID

from django import forms

from ..fields import AgreementBox
from ..services import record_consent
from .published import PublishedWords


def ask_for_consent(form: forms.Form, version: PublishedWords | None) -> None:
    """Say beside the box ``consent`` what is agreed to, or leave it out where nobody asks.

    A box that was ticked beside another text, or for another organisation, is not ticked.
    """
    if version and version.consent_text:
        form.fields["consent"].label = version.consent_text
        form.fields["consent"].widget = AgreementBox(version.consent_key)
    else:
        del form.fields["consent"]


def keep_consent(*, act: UUID, version: PublishedWords, email: str, source: str = "") -> None:
    """Keep the consent whose box was ticked beside ``version``, if anybody asked for it there.

    It was ticked on the page ``source``, the version's own where not given.
    """
    if version.organisation is not None:
        record_consent(
            act=act,
            organisation=version.organisation,
            text=version.consent_text,
            locale=version.locale,
            email=email,
            source=source or version.fields["page_url"],
        )
