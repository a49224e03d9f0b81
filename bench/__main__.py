"""``python -m bench``: every benchmark, one after another, on a site of its own."""

import shutil

from bench.site import prepare


def main() -> None:
    """Prepare the site, run each benchmark, clean up."""
    folder = prepare()
    import django

    django.setup()
    from bench import endorser_import, export, listing, lookup, pages, signing, weight

    for bench in (pages, signing, weight, listing, endorser_import, lookup, export):
        print(f"\n## {(bench.__doc__ or '').splitlines()[0]}")
        bench.main()
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
