"""A progress bar, for people who watch."""

from collections.abc import Collection, Iterable
from typing import TypeVar

from tqdm import tqdm

Item = TypeVar("Item")


def progress(items: Collection[Item], unit: str) -> Iterable[Item]:
    """Go through ``items``, drawing a bar on a terminal and nothing elsewhere."""
    return tqdm(items, unit=f" {unit}", disable=None, leave=False)
