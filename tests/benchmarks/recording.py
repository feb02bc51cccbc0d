"""Stores the figures of a run of `compare.py` for the page and the chart of the docs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RECORDED = ROOT / "templates" / "docs" / "data-engineers" / "recorded.json"

CHARTS = {
    "O5 typed": "A table of typed columns",
    "O5 objects, three fields": "One object for each record, three fields read",
    "O5 objects, all fields": "One object for each record, all fields read",
}
"""The tables in the chart, by the beginning of their titles, and their headings there."""

THREE, ALL = "O5 objects, three fields", "O5 objects, all fields"

RATIOS = (
    ("three fields of O5 objects, compared with fwf", THREE, 0, "fwf, all fields", 5),
    ("all fields of O5 objects by properties, compared with fwf", ALL, 0, "fwf, as text", 2.3),
    ("all fields of O5 objects by `as_dict`, compared with fwf", ALL, 1, "fwf, as text", 1.5),
)
"""Targets that compare a row of a table (by number) with another (by name)."""

_tables: list[dict[str, Any]] = []
_growth: list[dict[str, int]] = []
_aims: list[dict[str, Any]] = []


def table(title: str, rows: dict[str, tuple[float, float]]) -> None:
    """Stores a table: rows per second and peak MiB by name."""
    kept: dict[str, Any] = {
        "title": title,
        "rows": [
            {"name": name, "rows_a_second": round(speed), "peak_mib": round(peak)}
            for name, (speed, peak) in rows.items()
        ],
    }
    chart = next((head for begin, head in CHARTS.items() if title.startswith(begin)), "")
    if chart:
        kept["chart"] = chart
    _tables.append(kept)


def growth(records: int, to_arrow: float, peak: float, scan: float) -> None:
    """Stores speed and memory for a number of records."""
    found = {"records": records, "to_arrow": to_arrow, "peak_mib": peak, "scan": scan}
    _growth.append({name: round(value) for name, value in found.items()})


def aim(what: str, measured: float, wanted: float, unit: str) -> None:
    """Stores a measurement and its target."""
    _aims.append({"what": what, "measured": round(measured), "aim": wanted, "unit": unit})


def write(machine: str) -> None:
    """Writes everything that was stored, and keeps the figures of `record_jobs`."""
    jobs = json.loads(RECORDED.read_text("utf-8"))["jobs"]
    _write(
        {
            "machine": machine,
            "tables": _tables,
            "growth": _growth,
            "aims": _ratios() + _aims,
            "jobs": jobs,
        }
    )


def record_jobs(files: int, rows: list[dict[str, Any]]) -> None:
    """Writes the figures of commands with one job and with two, and keeps all others."""
    found = json.loads(RECORDED.read_text("utf-8"))
    _write({**found, "jobs": {"files": files, "rows": rows}})


def _write(found: dict[str, Any]) -> None:
    RECORDED.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", "utf-8")


def _ratios() -> list[dict[str, Any]]:
    speeds = {t["title"]: [(r["name"], r["rows_a_second"]) for r in t["rows"]] for t in _tables}
    return [
        {
            "what": what,
            "measured": round(speeds[title][number][1] / dict(speeds[title])[other], 2),
            "aim": wanted,
            "unit": "times as fast",
        }
        for what, title, number, other, wanted in RATIOS
    ]
