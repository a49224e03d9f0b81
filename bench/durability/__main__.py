"""``python -m bench.durability``: a crowd acts while things go wrong; what is lost fails it."""

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bench.site import clean, let_everybody_pass, prepare, serving, working

# A killed worker's task is taken up again after so long.
LEASE = "5"


def main() -> None:
    """Prepare a site, let the crowd and chaos loose on it, and audit what they leave."""
    wishes = _wishes()
    os.environ["ALTAVOZ_TASK_LEASE_SECONDS"] = LEASE
    folder = prepare()
    try:
        found = _run(folder, wishes)
    finally:
        clean(folder)
    for sentence in found:
        print(f"FAULT: {sentence}")
    sys.exit(bool(found))


def _wishes() -> Namespace:
    parser = ArgumentParser(prog="python -m bench.durability")
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--kill-every", type=float, default=5.0, help="seconds between kills")
    parser.add_argument("--kills", type=int, default=1_000_000, help="at most so many")
    return parser.parse_args()


def _run(folder: Path, wishes: Namespace) -> list[str]:
    """The sentences of the audit; none if all went well."""
    import django

    django.setup()
    from bench.durability.audit import faults, rest
    from bench.durability.chaos import Chaos
    from bench.durability.crowd import Crowd
    from bench.signing import open_version

    let_everybody_pass()
    version = open_version()
    with serving() as port, working() as one, working() as other:
        crowd = Crowd(port, version.pk, wishes.people, folder / "mail")
        workers, seconds = [one, other], wishes.kill_every
        chaos = Chaos(folder, workers, crowd.progress, seconds=seconds, most=wishes.kills)
        with chaos.reigning():
            crowd.act()
        rest()
        print(
            f"{crowd.acts:,} acts of {wishes.people:,} people, {crowd.retries} sent again;"
            f" {one.kills + other.kills} workers killed, {chaos.amid_folding} times amid folding;"
            f" {chaos.restarts} restart of PostgreSQL"
        )
        return [*chaos.faults(), *faults(crowd, version.petition)]


if __name__ == "__main__":
    main()
