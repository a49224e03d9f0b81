"""Work of the clock in small bites."""

from collections.abc import Callable

# Short enough that mails do not wait for it; the clock comes round again soon.
BATCHES = 5


def in_turn(batch: Callable[[], int]) -> int:
    """Do ``batch`` a few times, less often where it finds nothing; the sum of what it returns."""
    done = 0
    for _time in range(BATCHES):
        found = batch()
        if not found:
            break
        done += found
    return done
