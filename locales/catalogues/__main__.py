"""``python -m locales.catalogues extract|compile|check``."""

import sys
from collections.abc import Callable

from .checking import gaps
from .compiling import compile_all
from .updating import update


def extract() -> list[str]:
    """Bring the catalogues up to the words of the product."""
    for path in update():
        sys.stdout.write(f"Updated {path}\n")
    return []


def compile() -> list[str]:  # noqa: A001 - the verb of the command line
    """Compile what changed."""
    for path in compile_all():
        sys.stdout.write(f"Compiled {path}\n")
    return []


VERBS: dict[str, Callable[[], list[str]]] = {"extract": extract, "compile": compile, "check": gaps}


def main(arguments: list[str]) -> int:
    """Do what the one argument says; 1 if something is missing, 2 if it is no verb."""
    if len(arguments) != 1 or arguments[0] not in VERBS:
        sys.stderr.write(f"usage: python -m locales.catalogues {'|'.join(VERBS)}\n")
        return 2
    found = VERBS[arguments[0]]()
    sys.stderr.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
