"""Walking through the steps of the demo's letter as a plain HTTP client."""

from typing import Any

from django.test import Client

from alerts.letters.models import PublishedLetter
from tests.support.pages import HERE, form_of, submit

ABOUT_ME = {"name": "Ana Ruiz", "email": "ana@example.org", "city": "Northbrook"}


def words(locale: str = "es") -> PublishedLetter:
    found: PublishedLetter = PublishedLetter.objects.filter(
        letter__name="Bring them home: Congress", locale=locale
    ).latest("number")
    return found


def path(locale: str = "es") -> str:
    return f"/{locale}/act/letter/{words(locale).pk}/"


def find(client: Client, zip_code: str, locale: str = "es") -> Any:
    return client.post(path(locale), {"step": "find", "zip": zip_code}, headers=HERE)


def compose(client: Client, zip_code: str = "60062", **choice: str) -> Any:
    response = find(client, zip_code)
    while (form := form_of(response)).choices:
        (field,) = form.choices
        response = submit(client, response, path(), **{field: choice[field]})
    return response


def text(response: Any) -> str:
    content: str = response.content.decode()
    return content
