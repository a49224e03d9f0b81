"""Numbers without those that would tell who somebody is."""

from collections.abc import Mapping

# Fewer would tell who they are.
FEWEST = 5


def without_few(counts: Mapping[str, int]) -> dict[str, int]:
    """What has at least ``FEWEST``, highest first; what has no name never stands by itself."""
    enough = {code: count for code, count in counts.items() if code and count >= FEWEST}
    return dict(sorted(enough.items(), key=lambda item: (-item[1], item[0])))


def without_guessable(counts: Mapping[str, int]) -> dict[str, int]:
    """As :func:`without_few`, where the sum of ``counts`` is told too, so that the rest is known.

    So what is left out comes to ``FEWEST`` together, or to nothing: the lowest numbers go with it.
    """
    shown = without_few(counts)
    hidden = sum(counts.values()) - sum(shown.values())
    while shown and 0 < hidden < FEWEST:
        _code, count = shown.popitem()
        hidden += count
    return shown
