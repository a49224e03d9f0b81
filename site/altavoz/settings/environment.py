"""Settings from environment variables, with every fault gathered for one message."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import environ
from django.core.exceptions import ImproperlyConfigured

Value = TypeVar("Value")

YES = {"1", "on", "true", "yes"}
NO = {"", "0", "false", "no", "off"}


class Environment:
    """The environment, completed by an ``.env`` file, where variables already set win.

    A missing or wrong value is noted and read as something harmless; ``refuse_if_faulty`` then
    names all of them at once.
    """

    def __init__(self, file: Path) -> None:
        environ.Env.read_env(os.environ.get("ALTAVOZ_ENV_FILE", file))
        self.faults: list[str] = []

    def text(self, name: str, default: str | None = None, *, needed: str = "") -> str:
        """The variable's value; without a ``default`` it must be set (``needed`` says to what)."""
        value = os.environ.get(name, "").strip()
        if not value and default is None:
            self.faults.append(f"{name} is missing: {needed}.")
        return value or default or ""

    def words(self, name: str, default: list[str] | None = None, *, needed: str = "") -> list[str]:
        """A list separated by commas."""
        joined = None if default is None else ",".join(default)
        text = self.text(name, joined, needed=needed)
        return self.understood(name, text, parts, default or [])

    def number(self, name: str, default: int, *, least: int = 1) -> int:
        """A whole number that is not below ``least``."""

        def read(value: str) -> int:
            return whole_number(value, least)

        return self.understood(name, self.text(name, str(default)), read, default)

    def flag(self, name: str, default: bool) -> bool:
        """Yes or no."""
        return self.understood(name, self.text(name, str(default)), yes_or_no, default)

    def understood(
        self, name: str, value: str, read: Callable[[str], Value], otherwise: Value
    ) -> Value:
        """What ``read`` makes of ``value``; a ``ValueError`` becomes a fault."""
        try:
            return read(value)
        except ValueError as error:
            self.faults.append(f"{name} is wrong: {str(error).rstrip('.')}.")
            return otherwise

    def refuse_if_faulty(self) -> None:
        """Raise ``ImproperlyConfigured`` with every fault in one message."""
        if self.faults:
            listed = "\n".join(f"  - {fault}" for fault in dict.fromkeys(self.faults))
            raise ImproperlyConfigured(
                f"Altavoz cannot start until its settings are complete:\n{listed}\n"
                "docs/settings.md describes every variable."
            )


def parts(value: str) -> list[str]:
    """What stands between the commas of a text that is not empty."""
    found = [part.strip() for part in value.split(",") if part.strip()]
    if value and not found:
        raise ValueError("it names nothing")
    return found


def whole_number(value: str, least: int) -> int:
    """Read a number, of ASCII digits only."""
    if not (value.isascii() and value.isdecimal()) or int(value) < least:
        raise ValueError(f"it must be a whole number, {least} or more")
    return int(value)


def yes_or_no(value: str) -> bool:
    """Read a switch."""
    if value.lower() not in YES | NO:
        raise ValueError(f"{value!r} is neither yes nor no")
    return value.lower() in YES
