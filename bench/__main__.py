"""``python -m bench``: every benchmark, one after another, on a site of its own.

``python -m bench signing export`` runs those two.
"""

import sys
from importlib import import_module

from bench.site import clean, prepare

ALL = (
    *("pages", "weight", "listing", "endorser_import", "lookup"),
    *("signing", "export", "durability"),
)


def main() -> None:
    """Prepare the site, run each benchmark, clean up."""
    folder = prepare()
    import django

    django.setup()
    try:
        for name in sys.argv[1:] or ALL:
            bench = import_module(f"bench.{name}")
            print(f"\n## {(bench.__doc__ or '').splitlines()[0]}", flush=True)
            bench.main()
    finally:
        clean(folder)


if __name__ == "__main__":
    main()
