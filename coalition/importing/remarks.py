"""The remark that somebody is named for identification purposes only."""

import re

_REMARK = re.compile(
    r"\s*\(\s*(?:listed\s+)?(?:for\s+)?identification\s+(?:purposes?\s+)?only\s*\)\s*",
    re.IGNORECASE,
)


def without_remark(name: str) -> tuple[str, bool]:
    """``name`` without the remark, and whether it had it."""
    plain = _REMARK.sub(" ", name).strip()
    return (plain, True) if plain and plain != name.strip() else (name, False)
