"""What can be done with an update, each with the sentence that says what came of it."""

from collections.abc import Callable
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from alerts.petitions import news
from alerts.petitions.models import Update

SENT = "petitions.send_news"
Verb = Callable[[Update, Any], tuple[bool, str]]


def test(update: Update, user: Any) -> tuple[bool, str]:
    """Mail it to who asks."""
    try:
        news.ask_for_test(update=update, to=user)
    except news.NoAddress:
        return False, _("Your account has no email address. Please add one under “Account” first.")
    except news.NoMailWanted:
        said = _(
            "No test was sent: %(address)s asked for no more mail from this site."
            " Somebody with another address can test the update."
        )
        return False, said % {"address": user.email}
    message = _("The update is being mailed to %(address)s. Look at it, then come back to send it.")
    return True, message % {"address": user.email}


def send(update: Update, user: Any) -> tuple[bool, str]:
    """Send it to everybody who asked for news, and write down who did."""
    try:
        news.start(update=update)
    except news.UpdateError as error:
        return False, _why(error)
    log(instance=update.petition, action=SENT, user=user, data={"update": update.pk})
    return True, _("The update is being sent.")


def stop(update: Update, user: Any) -> tuple[bool, str]:
    """Send no more of it for now."""
    stopped = news.stop(update=update)
    return stopped, _("Sending was stopped.") if stopped else _("It was not being sent any more.")


def go_on(update: Update, user: Any) -> tuple[bool, str]:
    """Send the rest."""
    goes = news.go_on(update=update)
    return goes, _("The rest is being sent.") if goes else _("Sending was not stopped.")


VERBS: dict[str, Verb] = {"test": test, "send": send, "stop": stop, "go_on": go_on}


def _why(error: news.UpdateError) -> str:
    if isinstance(error, news.TooSoon):
        when = date_format(localtime(error.again_at), "SHORT_DATETIME_FORMAT")
        message = _("Signers got an update just now. The next one can be sent after %(when)s.")
        return message % {"when": when}
    sentences = {
        news.NotTested: _("Please have the update mailed to yourself first, and look at it."),
        news.NobodyAsked: _("Nobody who signed asked for news, so nothing was sent."),
        news.AlreadyBegun: _("This update is on its way already."),
    }
    return sentences[type(error)]
