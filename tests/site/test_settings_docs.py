"""The table of settings tells every variable, and none that is not read."""

import ast
import re
from collections.abc import Iterator

from altavoz.settings.mail import PROVIDERS
from tests.postgres import ROOT

VARIABLE = re.compile(r"ALTAVOZ_[A-Z_]+|[A-Z]+_URL|[A-Z]+_DATA|PORT")
DOCS = (ROOT / "docs" / "settings.md").read_text()


def variables_read() -> Iterator[str]:
    """Names of environment variables in the code of the site."""
    for path in (ROOT / "site").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Constant(value=str(text)) if VARIABLE.fullmatch(text):
                    yield text
    for names in PROVIDERS.values():
        yield from names


def test_every_variable_is_in_the_table() -> None:
    assert {name for name in variables_read() if f"`{name}`" not in DOCS} == set()


def test_every_variable_in_the_table_is_read() -> None:
    told = {name for name in re.findall(r"`([A-Z_]+)`", DOCS) if VARIABLE.fullmatch(name)}
    assert told - set(variables_read()) == set()


def test_the_example_file_leaves_nothing_out_that_production_needs() -> None:
    example = (ROOT / ".env.example").read_text()
    needed = re.findall(r"^\| `([A-Z_]+)` .*\*\*needed\*\*", DOCS, re.MULTILINE)
    assert len(needed) > 5
    assert [name for name in needed if f"# {name}=" not in example] == []
