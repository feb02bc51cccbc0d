"""Writes rendered files: all or nothing, only those that changed, and no stale ones left."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

IGNORED_FOLDERS = frozenset({"__pycache__", ".hypothesis", ".pytest_cache", ".mypy_cache"})


@dataclass(frozen=True, slots=True)
class Difference:
    """How `generated/` differs from the spec: paths in it, sorted."""

    missing: list[str]
    changed: list[str]
    stale: list[str]

    def __bool__(self) -> bool:
        return bool(self.missing or self.changed or self.stale)


def difference(files: Mapping[str, bytes], folder: Path) -> Difference:
    """The files that would have to be written or removed."""
    present = set(_present(folder))
    return Difference(
        missing=sorted(files.keys() - present),
        changed=sorted(
            name for name in files.keys() & present if (folder / name).read_bytes() != files[name]
        ),
        stale=sorted(present - files.keys()),
    )


def put_in_place(files: Mapping[str, bytes], folder: Path) -> Difference:
    """Writes files that differ and removes stale ones; returns what was done.

    Everything is first written next to the folder, so that a full disk leaves it unchanged.
    """
    todo = difference(files, folder)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".generating-", dir=folder.parent) as staging:
        for name in (*todo.missing, *todo.changed):
            staged = Path(staging, name)
            staged.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(files[name])
        for name in (*todo.missing, *todo.changed):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            Path(staging, name).replace(target)
    for name in todo.stale:
        (folder / name).unlink()
    _remove_empty_folders(folder, keep={Path(name).parent for name in files})
    return todo


def _present(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        relative = path.relative_to(folder)
        if path.is_file() and IGNORED_FOLDERS.isdisjoint(relative.parts):
            yield relative.as_posix()


def _remove_empty_folders(folder: Path, keep: set[Path]) -> None:
    """Removes folders that have become empty, including caches of removed modules."""
    kept = {parent for path in keep for parent in (path, *path.parents)}
    for path in sorted((p for p in folder.rglob("*") if p.is_dir()), reverse=True):
        relative = path.relative_to(folder)
        if IGNORED_FOLDERS.isdisjoint(relative.parts) and relative not in kept and path.exists():
            shutil.rmtree(path)
