"""The remark that somebody is named for identification purposes only."""

import re

_REMARK = re.compile(
    r"\(\s*(?:listed\s+)?(?:for\s+)?identification\s+(?:purposes?\s+)?only\s*\)",
    re.IGNORECASE,
)


def without_remark(name: str) -> tuple[str, bool]:
    """``name`` without the remark, and whether it had it."""
    parts = _REMARK.split(name)
    plain = " ".join(part.strip() for part in parts if part.strip())
    return (plain, True) if plain and len(parts) > 1 else (name, False)
