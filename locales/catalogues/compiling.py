"""Compiling the catalogues into what Django reads at run time."""

from pathlib import Path

import polib

from .places import ROOT, catalogue, translated_languages


def compile_all(root: Path = ROOT) -> list[Path]:
    """Compile the catalogues that changed since they were last compiled; returns those."""
    paths = [catalogue(code, root) for code in translated_languages()]
    stale = [path for path in paths if path.exists() and is_stale(path)]
    for path in stale:
        compile_one(path)
    return stale


def is_stale(path: Path) -> bool:
    """Whether a catalogue is newer than its compiled form."""
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < path.stat().st_mtime_ns


def compile_one(path: Path) -> None:
    """Write the compiled form; never half of it, for the site may be running."""
    unfinished = path.with_suffix(".mo.part")
    unfinished.write_bytes(polib.pofile(str(path)).to_binary())
    unfinished.replace(path.with_suffix(".mo"))
