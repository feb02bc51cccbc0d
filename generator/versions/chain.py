"""Extends all versions, whatever their order."""

from __future__ import annotations

from collections.abc import Mapping

from generator.load.nodes import Problem, SpecMapping
from generator.load.unknown import known_words
from generator.versions.extend import VersionData, extend, gather


def extended(
    documents: Mapping[str, Mapping[str, SpecMapping]], problems: list[Problem]
) -> dict[str, VersionData]:
    """Every version, with the items from the version that it extends."""
    gathered: dict[str, VersionData] = {}
    for folder, files in documents.items():
        data = gather(files, problems)
        if data is not None:
            gathered[folder] = data
    folders: dict[str, str] = {}
    for folder, data in list(gathered.items()):
        form = data.format
        first = folders.setdefault(form["version"], folder)
        if first != folder:
            message = f"version {form['version']!r} is already in {first}"
            mark, path = form.mark_of("version"), f"{form.path}.version"
            problems.append(Problem(mark, path, message, "Correct one of the two."))
            del gathered[folder]
    done: dict[str, VersionData] = {}

    circles = set[frozenset[str]]()

    def resolve(folder: str, pending: tuple[str, ...]) -> VersionData | None:
        if folder in done:
            return done[folder]
        data = gathered[folder]
        form = data.format
        base_version = form.get("extends")
        if base_version is not None:
            mark, path = form.mark_of("extends"), f"{form.path}.extends"
            chain = (*pending, form["version"])
            if base_version in chain:
                circle = chain[chain.index(base_version) :]
                if frozenset(circle) not in circles:
                    circles.add(frozenset(circle))
                    message = f"`extends` runs in a circle: {' -> '.join((*circle, base_version))}"
                    advice = "One version must not extend another."
                    problems.append(Problem(mark, path, message, advice))
                return None
            if base_version not in folders:
                message = f"unknown version {base_version!r} to extend"
                problems.append(Problem(mark, path, message, known_words(base_version, folders)))
                return None
            base = resolve(folders[base_version], chain)
            if base is None:
                return None
            data.extends, data.base_folder = base_version, folders[base_version]
            data = extend(data, base, documents[folder], problems)
        done[folder] = data
        return data

    for folder in gathered:
        resolve(folder, ())
    return done
