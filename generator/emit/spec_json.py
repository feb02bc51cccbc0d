"""The resolved spec as JSON, for other languages."""

from __future__ import annotations

import json

from generator.emit import plain
from generator.resolve.model import Spec


def spec_json(spec: Spec) -> bytes:
    """Every version as JSON: its data types, records, fields, code lists, rules, names and gaps.

    Positions count from 1; what says nothing (empty, false, none) is left out.
    """
    data = {
        "sources": [plain.source(source) for source in spec.sources],
        "versions": {version.version: plain.version(version) for version in spec.versions},
    }
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()
