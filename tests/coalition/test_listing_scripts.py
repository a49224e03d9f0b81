"""Names, places and remarks of another script stand whole among Arabic words."""

import pytest
from django.test import Client

from tests.factories.coalition import EndorserFactory, coalition_page, forget_demo_coalition

pytestmark = pytest.mark.django_db


def test_every_part_of_an_entry_is_kept_apart_and_the_comma_is_the_readers(client: Client) -> None:
    forget_demo_coalition()
    coalition_page("ar")
    EndorserFactory(
        name="Law Office (L.O.)", city="St. Paul", website="", notes={"ar": "Est. 1975."}
    )

    page = client.get("/ar/coalition/").content.decode()

    assert "<bdi>Law Office (L.O.)</bdi>، <span><bdi>St. Paul</bdi></span>" in page
    assert '<span dir="auto">Est. 1975.</span>' in page
