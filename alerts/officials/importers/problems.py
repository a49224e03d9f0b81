"""What can be wrong with a public file, said so that its reader can mend it."""

from dataclasses import dataclass

_SHOWN = 20


class SourceError(Exception):
    """A source that cannot be imported at all; its text is one clear sentence."""


class BadRow(Exception):  # noqa: N818 - named for what it is in the file
    """One row or entry that cannot be understood; its text is the reason."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A bad row: the ``line`` it stands on (the first is 1) and the reason."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"


def refuse_problems(problems: list[Problem]) -> None:
    """Raise ``SourceError`` listing ``problems``, if there are any."""
    if not problems:
        return
    listed = [f"  {problem}" for problem in problems[:_SHOWN]]
    if len(problems) > _SHOWN:
        listed.append(f"  and {len(problems) - _SHOWN} more")
    rows = "1 row" if len(problems) == 1 else f"{len(problems)} rows"
    raise SourceError("\n".join([f"Nothing was imported, because of {rows}:", *listed]))
