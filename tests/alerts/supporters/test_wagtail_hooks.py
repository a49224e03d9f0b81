"""Editors keep organisations; people are nowhere in the editor's lists."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import ReferenceIndex
from wagtail.snippets.models import get_snippet_models

from alerts.supporters.models import Consent, Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("editor", password="x"))
    return client


def test_an_editor_adds_an_organisation_and_finds_it_listed(editor: Client) -> None:
    words = {"name": "River Neighbours", "slug": "river", "website": "", "postal_address": ""}
    editor.post(reverse("wagtailsnippets_supporters_organisation:add"), words)
    page = editor.get(reverse("wagtailsnippets_supporters_organisation:list"))
    assert "River Neighbours" in page.content.decode()
    assert Organisation.objects.get(name="River Neighbours").slug == "river"


def test_people_are_neither_snippets_nor_in_the_reference_index() -> None:
    assert Consent not in get_snippet_models()
    assert not ReferenceIndex.model_is_indexable(Consent)
