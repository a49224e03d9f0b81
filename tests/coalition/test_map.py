"""The map: every place is on it, its numbers are read as text, and a table says the same."""

import gzip
import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from coalition.blocks.examples import row
from coalition.map import StateMap, state_map
from coalition.map.numbers import SHADES, label, shade
from coalition.map.shapes import FILE, HEIGHT, WIDTH, shapes
from coalition.map.tiles import tiles
from coalition.models import Endorser, Statement
from coalition.places import PLACES, TRIBAL
from tests.factories.alerts import add_alert, alert_index
from tests.factories.coalition import (
    EndorsementFactory,
    EndorserFactory,
    StatementFactory,
    add_statement_page,
    coalition_page,
    forget_demo_coalition,
)
from tests.static.test_contrast import DARK, LIGHT, TEXT, contrast, theme

SHEET = (Path(settings.ROOT) / "static/css/map.css").read_text()
MAP = {"type": "endorser_map", "value": {"heading": "From coast to coast"}}


def one(found: StateMap, code: str) -> tuple[int, str]:
    (place,) = [place for place in found.places if place.code == code]
    return place.count, place.label


@pytest.fixture
def statement(db: None) -> Statement:
    """Two in Georgia, one of them in Alabama as well, and one that works nationally."""
    found: Statement = StatementFactory()
    for places in (["GA"], ["GA", "AL"]):
        EndorsementFactory(statement=found, endorser=EndorserFactory(places=places))
    national = EndorserFactory(national=True, places=["TX"])
    EndorsementFactory(statement=found, endorser=national)
    return found


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def drawn(page: str) -> dict[str, str]:
    """The number drawn beside each name on the map."""
    found = re.findall(r'<title>(.*?)</title>.*?<text[^>]*aria-hidden="true">(.*?)</text>', page)
    return {name.split(":")[0]: number.split()[-1] for name, number in found}


def tiled(page: str) -> dict[str, str]:
    """The number on each tile."""
    found = re.findall(r'aria-label="([^":]+): [^"]*"><span>[^<]*</span> <b>(.*?)</b>', page)
    return dict(found)


def tabled(page: str) -> dict[str, str]:
    """The number in each row of the table."""
    found = re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td>', page)
    return {text_of(name): text_of(number).split()[0] for name, number in found}


@pytest.mark.parametrize("code", PLACES)
def test_every_place_has_an_outline_or_a_box_within_the_drawing(code: str) -> None:
    shape = shapes()[code]

    assert shape.path or shape.box
    assert 0 < shape.x < WIDTH
    assert 0 < shape.y < HEIGHT
    if shape.box:
        assert shape.box.x + shape.box.width <= WIDTH
        assert shape.box.y + shape.box.height <= HEIGHT


def test_boxes_do_not_lie_on_each_other() -> None:
    boxes = [shape.box for shape in shapes().values() if shape.box]

    for one_box in boxes:
        others = [box for box in boxes if box is not one_box and box.x == one_box.x]
        assert all(abs(box.y - one_box.y) > box.height for box in others)


def test_every_place_has_a_tile_of_its_own() -> None:
    assert set(tiles()) == set(PLACES)
    assert len(set(tiles().values())) == len(PLACES)


def test_the_outlines_are_light() -> None:
    outlines = FILE.read_bytes()

    assert set(json.loads(outlines)) == set(PLACES)
    assert len(outlines) < 25_000
    assert len(gzip.compress(outlines)) < 10_000


def test_who_works_in_two_states_counts_in_both_and_who_works_nationally_in_none() -> None:
    rows = [
        row("One", places=("GA", "AL")),
        row("Two", places=("GA",)),
        row("Three", scope=Endorser.Scope.NATIONAL, places=("TX",)),
        row("Four", scope=Endorser.Scope.INTERNATIONAL),
    ]

    found = state_map(rows, {})

    assert one(found, "GA") == (2, "Georgia: 2 endorsers")
    assert one(found, "AL") == (1, "Alabama: 1 endorser")
    assert one(found, "TX") == (0, "Texas: no endorsers yet")
    assert found.beyond == 2


def test_everybody_is_on_the_map_or_named_below_it(client: Client, statement: Statement) -> None:
    for scope in ("local", "state"):
        unplaced = EndorserFactory(scope=scope, places=[])
        EndorsementFactory(statement=statement, endorser=unplaced)
    page = add_statement_page(statement, live=True, body=[MAP])

    text = text_of(client.get(page.url).content.decode())

    assert "1 more endorser works nationally or internationally." in text
    assert "2 more endorsers are in none of these places." in text


@pytest.mark.parametrize(
    ("code", "first", "name"),
    [("en", "AL", "North Carolina"), ("es", "AL", "Carolina del Norte"), ("ar", None, "كارولاينا")],
)
def test_places_have_the_names_and_the_order_of_the_readers_language(
    code: str, first: str | None, name: str
) -> None:
    with translation.override(code):
        found = state_map([], {})

    carolina = next(place for place in found.places if place.code == "NC")
    assert name in carolina.name
    assert carolina.label.startswith(carolina.name)
    assert first in {None, found.places[0].code}
    assert found.places[-1].code == TRIBAL
    assert len({place.name for place in found.places}) == len(PLACES)


def test_large_numbers_are_written_as_the_reader_writes_them() -> None:
    with translation.override("en"):
        assert label("Georgia", 1234) == "Georgia: 1,234 endorsers"


@pytest.mark.parametrize("most", [1, 2, 5, 60, 2000])
def test_more_endorsers_never_make_a_place_paler(most: int) -> None:
    steps = [shade(count, most) for count in range(most + 1)]

    assert steps == sorted(steps)
    assert steps[0] == 0
    assert steps[1] == 1
    assert steps[-1] <= SHADES


def test_a_number_stands_out_from_its_shade_in_both_themes() -> None:
    light, dark = SHEET.split("prefers-color-scheme: dark", maxsplit=1)
    for text, inks in ((light, LIGHT), (light + dark, DARK)):
        shades = dict(re.findall(r"--([a-z]+-[0-9a-z]+): (#[0-9a-f]{6});", text))
        few, many = ("on-light", "on-dark") if text is light else ("on-dark", "on-light")
        assert contrast(inks["muted"], shades["shade-0"]) >= TEXT
        for step in range(SHADES + 1):
            ink = shades[few if step <= 2 else many]
            assert contrast(ink, shades[f"shade-{step}"]) >= TEXT, step
    assert theme(light)["on-light"] != theme(light)["on-dark"]


def test_the_map_its_tiles_and_its_table_say_the_same(client: Client, statement: Statement) -> None:
    page = add_statement_page(statement, live=True, body=[MAP])

    html = client.get(page.url).content.decode()

    assert drawn(html) == tiled(html) == tabled(html)
    assert len(tabled(html)) == len(PLACES)
    assert tabled(html)["Georgia"] == "2"
    assert tabled(html)["Texas"] == "0"
    assert "1 more endorser works nationally or internationally." in text_of(html)


def test_every_place_leads_to_its_page(client: Client, statement: Statement) -> None:
    page = add_statement_page(statement, live=True, body=[MAP])

    html = client.get(page.url).content.decode()

    for code in PLACES:
        # on the map, on its tile and in the table
        assert html.count(f'href="{coalition_page().url}states/{code.lower()}/"') == 3
    for code in ("ga", "gu", "tribal"):
        assert client.get(f"{coalition_page().url}states/{code}/").status_code == 200


def test_a_place_without_endorsers_says_so_and_invites(
    client: Client, statement: Statement
) -> None:
    page = add_statement_page(statement, live=True, body=[MAP])

    html = client.get(page.url).content.decode()

    assert "Guam: no endorsers yet" in html
    assert "Guam 0 Be the first to join." in text_of(html)


def test_without_a_page_of_the_coalition_the_map_has_numbers_and_no_links(
    client: Client, statement: Statement
) -> None:
    forget_demo_coalition()
    EndorserFactory(places=["GA"])
    alert = add_alert(alert_index(), MAP)

    html = client.get(alert.url).content.decode()

    assert drawn(html)["Georgia"] == "1"
    assert drawn(html) == tiled(html) == tabled(html)
    assert "/states/" not in html
    assert 'role="img"' in html


def test_the_map_with_its_table_weighs_little(client: Client, statement: Statement) -> None:
    bare = add_statement_page(statement, live=True, slug="bare")
    with_map = add_statement_page(StatementFactory(), live=True, body=[MAP])

    without, whole = (client.get(page.url).content for page in (bare, with_map))

    assert len(gzip.compress(whole)) - len(gzip.compress(without)) < 20_000
