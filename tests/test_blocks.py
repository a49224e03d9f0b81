"""Every block tells editors what it is and shows a true preview of itself."""

from typing import Any

import pytest
from django.test import Client
from wagtail.blocks import StreamBlock

from alerts.blocks import AlertStreamBlock
from coalition.blocks import CoalitionStreamBlock
from home.blocks import ContentStreamBlock

pytestmark = pytest.mark.django_db
STREAMS: list[StreamBlock] = [AlertStreamBlock(), CoalitionStreamBlock(), ContentStreamBlock()]
EXAMPLES = {
    "text": "posted bond",
    "quote": "We fed each other",
    "figure": "county courthouse",
    "points": "What we ask for",
    "button": "Read the full report",
    "endorser_counter": "<strong>10</strong> endorsers",
    "endorser_list": "Lakeside Workers&#x27; Center",
    "endorser_map": "Illinois: 3 endorsers",
    "endorser_logos": "Harbor Legal Aid",
    "join": "Add your organization",
    "petition": "Keep the library open",
    "sign_on": "Clergy for a warm bed",
    "letter": "Write to Congress",
    "petition_reference": "Read and sign",
    "letter_reference": "Read and write",
}
BLOCKS = [
    pytest.param(block, id=f"{type(stream).__name__}-{name}")
    for stream in STREAMS
    for name, block in stream.child_blocks.items()
]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_has_a_name_a_description_an_icon_and_its_own_template(block: Any) -> None:
    assert str(block.label)
    assert str(block.meta.description).endswith(".")
    assert block.meta.icon != "placeholder"
    assert block.meta.template.startswith("blocks/")


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_shows_a_preview_with_the_words_of_its_example(editor: Client, block: Any) -> None:
    assert block.is_previewable

    response = editor.get("/admin/block-preview/", {"id": block.definition_prefix})

    page = response.content.decode()
    assert response.status_code == 200
    assert "css/tokens.css" in page
    assert EXAMPLES[block.name] in page


@pytest.mark.parametrize("name", ["petition", "sign_on", "letter", "join"])
def test_the_form_of_a_preview_is_inert_and_says_so(editor: Client, name: str) -> None:
    block = STREAMS[0].child_blocks[name]

    page = editor.get("/admin/block-preview/", {"id": block.definition_prefix}).content.decode()

    assert "<fieldset" in page
    assert " disabled" in page
    assert "This is a preview" in page
    assert 'action="' not in page
