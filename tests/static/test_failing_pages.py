"""The page shown when all else fails needs nothing that may have failed."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation


@pytest.mark.parametrize(("code", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_the_failure_page_is_drawn_without_a_database(code: str, direction: str) -> None:
    # Without the django_db mark every query is refused.
    with translation.override(code):
        html = render_to_string("500.html")
    assert f'<html lang="{code}" dir="{direction}">' in html
