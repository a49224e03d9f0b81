"""Public pages load nothing from elsewhere; the admin gets what Wagtail's editor needs."""

import pytest
from django.test import Client, RequestFactory

from altavoz.middleware import ContentSecurityPolicyMiddleware
from tests.site.urls import public

pytestmark = pytest.mark.urls("tests.site.urls")


def directives(policy: str) -> dict[str, str]:
    """A policy, cut into its directives."""
    return dict(part.strip().split(" ", 1) for part in policy.split(";"))


def test_a_public_page_loads_from_itself_only(client: Client) -> None:
    policy = directives(client.get("/en/public")["Content-Security-Policy"])
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["base-uri"] == "'none'"
    for name in ("script-src", "style-src", "img-src", "font-src", "connect-src", "form-action"):
        assert policy[name] == "'self'"


def test_the_admin_may_use_inline_scripts_but_nothing_from_elsewhere(client: Client) -> None:
    policy = directives(client.get("/admin/public")["Content-Security-Policy"])
    assert policy["script-src"] == "'self' 'unsafe-inline'"
    assert policy["default-src"] == "'self'"
    assert "http" not in " ".join(policy.values())


def test_a_preview_keeps_the_public_policy_but_may_be_framed_by_the_editor(
    rf: RequestFactory,
) -> None:
    preview = rf.get("/en/public")
    preview.is_dummy = True  # type: ignore[attr-defined] # as Wagtail marks its previews
    response = ContentSecurityPolicyMiddleware(public)(preview)
    policy = directives(response["Content-Security-Policy"])
    assert policy["frame-ancestors"] == "'self'"
    assert policy["script-src"] == "'self'"
