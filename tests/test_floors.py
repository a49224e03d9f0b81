"""Who stands lower never names who stands higher: where import-linter does not look, these do."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

from tests.postgres import ROOT

# Floors of the house by room; rooms of one floor do not know each other either.
FLOORS = {
    "home": 0,
    "alerts.officials": 0,
    "alerts.supporters": 0,
    "alerts.letters": 1,
    "alerts.petitions": 1,
    "coalition": 2,
    "alerts": 3,
    "altavoz": 4,
}
TEMPLATES = ROOT / "templates"
# Mails are rendered by their folder's name, which no file spells out.
MAILERS_ROOM = "alerts.supporters"
LABELS = {app.label: app.name for app in apps.get_app_configs() if app.name in FLOORS}
NAME = re.compile(r"([a-z_]+)((?:\.[A-Za-z_]+)+)")
TEMPLATE = re.compile(r"[a-z_/{}]+\.(?:html|txt)")
TAG = re.compile(r"\{%\s*(load|include|extends|url)\s+([^%]+?)\s*%\}")
QUOTED = re.compile(r"""["']([^"']+)["']""")


def room_of(path: Path) -> str:
    """The room a file lies in."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    dotted = ".".join(parts[1:] if parts[0] == "site" else parts)
    return room_of_name(dotted)


def room_of_name(dotted: str) -> str:
    """The room that a dotted path leads to, or nothing if it leads out of the house."""
    rooms = [room for room in FLOORS if dotted == room or dotted.startswith(f"{room}.")]
    return max(rooms, key=len, default="")


def may_name(room: str, other: str) -> bool:
    """Whether ``room`` may know ``other``: itself, or what stands lower."""
    known_neighbour = {("alerts", "home"), ("altavoz", "home")}
    return room == other or FLOORS[room] > FLOORS[other] or (room, other) in known_neighbour


def python_files() -> list[Path]:
    """Every Python file of the house; settings and the like are the wiring itself."""
    folders = (ROOT / "home", ROOT / "coalition", ROOT / "alerts")
    return [path for folder in folders for path in sorted(folder.rglob("*.py"))]


def rooms_named(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Each room that the strings of a file name, with the string."""
    for node in ast.walk(tree):
        for text in names_in(node):
            room = room_named(text)
            if room:
                yield text, room


def names_in(node: ast.AST) -> Iterator[str]:
    """Strings that may name something: dotted ones, and pairs of label and model or migration."""
    match node:
        case ast.Constant(value=str(text)) if NAME.fullmatch(text):
            yield text
        case ast.Tuple(elts=[ast.Constant(value=str(label)), ast.Constant(value=str(name))]):
            yield f"{label}.{name}"
        case ast.Call(
            func=ast.Attribute(attr="get_model"), args=[ast.Constant(value=str(label)), *_]
        ):
            yield f"{label}.model"


def room_named(text: str) -> str:
    """The room of ``petitions.Petition`` or ``alerts.petitions.tasks``, if it is one of ours."""
    room = room_of_name(text)
    first, _, rest = text.partition(".")
    if room and not is_there(text):
        room = ""
    if first in LABELS and (not room or room == "alerts"):
        is_model = rest.lower() in apps.all_models[first] or rest[:1].isdigit() or rest == "model"
        return LABELS[first] if is_model else room
    return room


def is_there(dotted: str) -> bool:
    """Whether a dotted path leads to a module, and is not only the name of a salt or a logger."""
    folder = ROOT / "site" if dotted.startswith("altavoz") else ROOT
    place = folder.joinpath(*dotted.split(".")[:2])
    return place.is_dir() or place.with_suffix(".py").exists()


@pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_string_names_a_higher_floor(path: Path) -> None:
    room = room_of(path)
    tree = ast.parse(path.read_text())
    wrong = [text for text, named in rooms_named(tree) if not may_name(room, named)]
    assert wrong == []


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("home", 'models.ForeignKey("petitions.Petition", models.CASCADE)'),
        ("alerts.petitions", 'models.ForeignKey("letters.Letter", models.CASCADE)'),
        ("alerts.supporters", 'apps.get_model("officials", "Official")'),
        ("alerts.letters", 'import_string("alerts.models.alert.AlertPage")'),
        ("alerts.officials", 'dependencies = [("supporters", "0001_initial")]'),
        ("home", 'models.ForeignKey("alerts.AlertPage", models.CASCADE)'),
        ("alerts.petitions", 'import_string("altavoz.worker.Worker")'),
        ("alerts.petitions", 'models.ForeignKey("coalition.Endorser", models.CASCADE)'),
        ("coalition", 'models.ForeignKey("alerts.AlertPage", models.CASCADE)'),
    ],
)
def test_each_kind_of_name_is_noticed(room: str, source: str) -> None:
    assert any(not may_name(room, named) for _, named in rooms_named(ast.parse(source)))


def templates_of(room: str) -> set[str]:
    """Every template that a room renders, with all that these include and extend."""
    found: set[str] = set()
    waiting = {
        text
        for path in python_files()
        if room_of(path) == room
        for text in TEMPLATE.findall(path.read_text())
    }
    if room == MAILERS_ROOM:
        waiting |= {
            str(path.relative_to(TEMPLATES)) for path in (TEMPLATES / "emails").rglob("*.*")
        }
    while waiting:
        name = waiting.pop()
        if name not in found and (TEMPLATES / name).exists():
            found.add(name)
            waiting |= {text for tag, text in tags_of(name) if tag in {"include", "extends"}}
    return found


def tags_of(name: str) -> Iterator[tuple[str, str]]:
    """What a template loads, includes, extends and links to."""
    for tag, rest in TAG.findall((TEMPLATES / name).read_text()):
        if tag == "load":
            yield from ((tag, library) for library in rest.split())
        elif quoted := QUOTED.search(rest):
            yield tag, quoted[1]


def room_of_tag(tag: str, text: str) -> str:
    """The room whose tag library or URL namespace a template uses, if it is one of ours."""
    if tag == "load":
        found = [*ROOT.glob(f"*/templatetags/{text}.py"), *ROOT.glob(f"*/*/templatetags/{text}.py")]
        return room_of(found[0]) if found else ""
    return "alerts" if tag == "url" and text.startswith("act:") else ""


@pytest.mark.parametrize(
    "room", [room for room, floor in FLOORS.items() if floor < FLOORS["alerts"]]
)
def test_no_template_of_a_room_uses_tags_or_addresses_of_a_higher_floor(room: str) -> None:
    wrong = [
        (name, text)
        for name in sorted(templates_of(room))
        for tag, text in tags_of(name)
        if (used := room_of_tag(tag, text)) and not may_name(room, used)
    ]
    assert wrong == []


def test_the_templates_tags_and_addresses_are_told_apart_by_room() -> None:
    assert {"base.html", "components/footer.html"} <= templates_of("home")
    assert "emails/base.html" in templates_of(MAILERS_ROOM)
    assert room_of_tag("load", "home_tags") == "home"
    assert room_of_tag("url", "act:sign") == "alerts"
    assert room_of_tag("load", "i18n") == ""


def test_the_coalition_knows_no_part_of_alerts_but_its_rooms() -> None:
    """The rooms it stands on are those of a lower floor; all else there shows the coalition."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = {contract["id"]: contract for contract in contracts}
    lower = {"letters", "petitions", "officials", "supporters"}
    named = {part for layer in layers["alerts"]["layers"] for part in re.findall(r"\w+", layer)}

    forbidden = set(layers["coalition"]["forbidden_modules"]) - {"altavoz"}

    assert forbidden == {f"alerts.{part}" for part in named - lower}


def test_the_folder_called_site_does_not_hide_pythons_own_module() -> None:
    assert not (ROOT / "site" / "__init__.py").exists()
    command = [sys.executable, "-c", "import site; print(site.__file__)"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert not Path(found.stdout.strip()).is_relative_to(ROOT / "site")


def test_the_folder_called_site_is_not_ignored() -> None:
    patterns = {line.strip("/ ") for line in (ROOT / ".gitignore").read_text().splitlines()}
    assert not patterns & {"site", "site/*", "site/**", "/site", "*"}
