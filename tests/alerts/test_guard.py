"""Acts come from our own pages: what browsers say of a post decides."""

import pytest
from django.test import Client

from alerts.petitions.models import PublishedPetition, Signature

pytestmark = pytest.mark.django_db
TYPED = {"name": "Ana <b>Ruiz</b>", "email": "ana@example.org", "zip": "60622"}


@pytest.fixture
def address() -> str:
    version = PublishedPetition.objects.get(locale="es", petition__name="Cities of safety")
    return f"/es/act/sign/{version.pk}/"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://testserver"},
        {"Referer": "http://testserver/es/alerts/"},
    ],
)
def test_a_post_from_our_own_page_is_taken(
    client: Client, address: str, headers: dict[str, str]
) -> None:
    response = client.post(address, TYPED, headers=headers)

    assert response.status_code == 302
    assert Signature.objects.count() == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "https://testserver"},
        {"Origin": "http://testserver.evil.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Referer": "https://evil.example/http://testserver/"},
        {},
    ],
)
def test_a_post_from_elsewhere_is_refused_and_keeps_what_was_typed(
    client: Client, address: str, headers: dict[str, str]
) -> None:
    response = client.post(address, TYPED, headers=headers)

    page = response.content.decode()
    assert response.status_code == 403
    assert Signature.objects.count() == 0
    assert 'value="Ana &lt;b&gt;Ruiz&lt;/b&gt;"' in page
    assert 'value="ana@example.org"' in page
    assert '<html lang="es" dir="ltr">' in page


def test_the_refusal_page_can_send_it_from_here(client: Client, address: str) -> None:
    refused = client.post(address, TYPED, headers={"Origin": "https://evil.example"})
    assert b'<form class="form" method="post">' in refused.content

    again = client.post(address, TYPED, headers={"Sec-Fetch-Site": "same-origin"})

    assert again.status_code == 302


def test_an_act_is_never_stored_and_sets_no_cookie(client: Client, address: str) -> None:
    response = client.post(address, TYPED, headers={"Sec-Fetch-Site": "same-origin"})

    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert response["Referrer-Policy"] == "same-origin"
