"""Publishing the words of a statement as its page goes live."""

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from alerts.supporters.asks.errors import AlreadyOwned
from home.publishing import publish_each, release_unowned
from home.rich_text import public_html

from ..services import statements


def publish_statement(page: Any) -> None:
    """Claim the statement of a live ``page`` and publish its words in the page's language.

    An alias owns nothing: its words are another page's. Raises a ``ValidationError`` when another
    page claimed the statement first.
    """
    if not page.live or page.alias_of_id or page.statement is None:
        return
    release_unowned([page.statement])
    try:
        statements.claim(statement=page.statement, home=page.translation_key)
    except AlreadyOwned as error:
        message = _("This statement already lives on another page.")
        raise ValidationError({"statement": message}) from error
    statements.publish_words(
        statement=page.statement, locale=page.locale.language_code, words=_words(page)
    )


def on_page_published(instance: Any, **kwargs: Any) -> None:
    """Publish the words of the page that Wagtail has just made live."""
    publish_statement(instance)


def publish_missed_words() -> None:
    """Publish what a process that died between page and words has left out; changes nothing else.

    Runs from time to time: every live page says the newest published words of its statement.
    """
    pages = apps.get_model("coalition", "StatementPage").objects.live()
    publish_each(pages.select_related("locale", "statement"), publish_statement)


def _words(page: Any) -> dict[str, str]:
    return {
        "title": page.title,
        "statement": public_html(page.words),
        "consent_text": page.consent_text,
        "thank_you": page.thank_you,
        "page_url": page.url,
    }
