from uuid import UUID

from ..services import record_consent
from .published import PublishedWords


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
