"""Going through a JSON list, knowing the line on which each entry starts."""

import json
import re
from collections.abc import Iterator

from .problems import SourceError

_GAP = re.compile(r"[ \t\r\n]*")


def json_entries(text: str) -> Iterator[tuple[int, object]]:
    """Every entry of the list in ``text`` with its line; raises ``SourceError`` for other text."""
    decoder = json.JSONDecoder()
    position = _opening(text)
    line, counted = 1, 0
    closed = text.startswith("]", position)
    while not closed:
        line += text.count("\n", counted, position)
        counted = position
        try:
            entry, position = decoder.raw_decode(text, position)
        except json.JSONDecodeError as error:
            raise _not_json(error.lineno) from error
        except (ValueError, RecursionError) as error:
            raise _not_json(line) from error
        yield line, entry
        position, closed = _after_entry(text, position)
    if text[position + 1 :].strip():
        raise _not_json(_line_at(text, position))


def _opening(text: str) -> int:
    start = _skip(text, 0)
    if not text.startswith("[", start):
        message = "This is not a JSON list of legislators."
        raise SourceError(message)
    return _skip(text, start + 1)


def _after_entry(text: str, position: int) -> tuple[int, bool]:
    """Where the next entry starts, or where the list is closed."""
    position = _skip(text, position)
    if text.startswith("]", position):
        return position, True
    if not text.startswith(",", position):
        raise _not_json(_line_at(text, position))
    return _skip(text, position + 1), False


def _skip(text: str, position: int) -> int:
    gap = _GAP.match(text, position)
    return gap.end() if gap else position


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _not_json(line: int) -> SourceError:
    return SourceError(f"This is not valid JSON: it cannot be read at line {line}.")
