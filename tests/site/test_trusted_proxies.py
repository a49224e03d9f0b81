"""Only a trusted proxy may say who the visitor is and how they came."""

import pytest
from django.conf import LazySettings
from django.test import Client

pytestmark = pytest.mark.urls("tests.site.urls")

FORGED = {
    "x-forwarded-proto": "https",
    "x-forwarded-host": "other.example.org",
    "x-forwarded-for": "192.0.2.7",
    "forwarded": "for=192.0.2.7",
}


@pytest.fixture(autouse=True)
def hosts(settings: LazySettings) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "other.example.org"]
    settings.TRUSTED_PROXIES = ["10.0.0.0/8", "2001:db8::1"]


def whereabouts(client: Client, address: str, headers: dict[str, str]) -> str:
    return client.get("/whereabouts", headers=headers, REMOTE_ADDR=address).content.decode()


def test_a_stranger_cannot_forge_scheme_host_or_address(client: Client) -> None:
    assert whereabouts(client, "203.0.113.5", FORGED) == "http testserver 203.0.113.5 []"


@pytest.mark.parametrize("proxy", ["10.1.2.3", "2001:db8::1"])
def test_a_trusted_proxy_is_believed(client: Client, proxy: str) -> None:
    said = whereabouts(client, proxy, FORGED)
    assert said == "https other.example.org 192.0.2.7 ['HTTP_X_FORWARDED_PROTO']"


def test_what_a_visitor_wrote_before_the_proxy_is_not_believed(client: Client) -> None:
    headers = {
        "x-forwarded-for": "127.0.0.1, 198.51.100.4, 10.9.9.9",
        "x-forwarded-proto": "https, http",
        "x-forwarded-host": "testserver, other.example.org",
    }
    said = whereabouts(client, "10.1.2.3", headers)
    assert said.startswith("http other.example.org 198.51.100.4 ")


@pytest.mark.parametrize("forwarded_for", ["", "nonsense", "198.51.100.4, nonsense", "10.0.0.2"])
def test_without_a_visitors_address_the_proxys_stays(client: Client, forwarded_for: str) -> None:
    assert " 10.1.2.3 " in whereabouts(client, "10.1.2.3", {"x-forwarded-for": forwarded_for})


def test_a_unix_socket_is_trusted_only_by_name(client: Client, settings: LazySettings) -> None:
    assert whereabouts(client, "", FORGED) == "http testserver  []"
    settings.TRUSTED_PROXIES = ["unix"]
    assert whereabouts(client, "", FORGED).startswith("https other.example.org 192.0.2.7")
