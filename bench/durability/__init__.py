"""Nothing lost or counted twice while workers are killed and PostgreSQL restarts."""

import subprocess
import sys

# Each signs, one in ten twice at once, and nine of ten confirm.
PEOPLE = 50_000


def main() -> None:
    """100,000 acts on a site of their own, which are audited in the end."""
    command = [sys.executable, "-m", "bench.durability", f"--people={PEOPLE}"]
    subprocess.run(command, check=True)
