"""Nobody who is listed is lost, also before staff have said where."""

import pytest
from django.test import Client

from tests.factories.coalition import EndorserFactory, coalition_page, forget_demo_coalition
from tests.support.pages import read

pytestmark = pytest.mark.django_db


def test_who_has_no_place_yet_stands_under_a_heading_of_its_own(client: Client) -> None:
    forget_demo_coalition()
    EndorserFactory(name="Drifting Friends", places=[])

    html = read(client, coalition_page().url)

    assert 'id="endorsers-elsewhere">ELSEWHERE</h' in html
    assert "<bdi>Drifting Friends</bdi>" in html.split('id="endorsers-elsewhere"')[1]
