"""Publishing the words of an alert's actions as it goes live."""

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from alerts.actions import load
from alerts.supporters.asks.errors import AlreadyOwned
from home.publishing import publish_each, release_unowned


def publish_actions(page: Any) -> None:
    """Claim every action of a live ``page`` and publish its words in the page's language.

    An alias owns nothing: its words are another page's. Raises a ``ValidationError`` when another
    alert claimed one of the actions first.
    """
    if not page.live or page.alias_of_id:
        return
    release_unowned(load(page.owned_actions).values())
    for bound in page.body:
        publish = getattr(bound.block, "publish_words", None)
        if publish:
            try:
                publish(bound.value, page)
            except AlreadyOwned as error:
                message = _("This action already lives in another alert.")
                raise ValidationError({"body": message}) from error


def on_page_published(instance: Any, **kwargs: Any) -> None:
    """Publish the words of the alert that Wagtail has just made live."""
    publish_actions(instance)


def publish_missed_words() -> None:
    """Publish what a process that died between page and words has left out; changes nothing else.

    Runs from time to time: every live alert says the newest published words of its actions.
    """
    pages = apps.get_model("alerts", "AlertPage").objects.live().select_related("locale")
    publish_each(pages, publish_actions)
