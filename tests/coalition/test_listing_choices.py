"""Every choice of the search says beforehand how many it leads to."""

import re

import pytest
from django.test import Client

from tests.factories.coalition import EndorserFactory, coalition_page, forget_demo_coalition
from tests.support.pages import read

pytestmark = pytest.mark.django_db


def test_choices_tell_how_many_each_would_show(client: Client) -> None:
    forget_demo_coalition()
    EndorserFactory(places=["GA", "IL"], kind="faith", languages=["es"])
    EndorserFactory(places=["GA"], kind="faith", languages=["es", "ar"])
    EndorserFactory(national=True, kind="legal")

    html = read(client, coalition_page().url)

    offered = re.findall(r'<option value="(\w+)">[^<]*\((\d+)\)</option>', html)
    assert dict(offered) == {
        "GA": "2",
        "IL": "1",
        "faith": "2",
        "legal": "1",
        "ar": "1",
        "es": "2",
    }
