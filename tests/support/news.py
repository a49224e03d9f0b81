"""Updates as tests send them."""

from django.core import mail

from alerts.petitions import news
from alerts.petitions.models import Update
from alerts.petitions.news.queue import send_due


def send_all(update: Update) -> news.Numbers:
    """Send all of ``update`` as the worker does, and count."""
    news.start(update=update)
    while send_due():
        pass
    return news.numbers_of(update)


def receivers() -> list[str]:
    """To whom mail went."""
    return sorted(message.to[0] for message in mail.outbox)
