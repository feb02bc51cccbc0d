"""An HTML page that needs no network: it runs its own script, and nothing from a file."""

from __future__ import annotations

import base64
import hashlib
from html import escape

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';\
 script-src 'sha256-{script_hash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
{body}
<script>{script}</script>
</body>
</html>
"""

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
.summary { font-size: 1.1rem; font-weight: 600; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #ddd; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
th { border-bottom: 2px solid #888; }
th button { all: unset; cursor: pointer; font-weight: 600; }
th button:focus-visible { outline: 2px solid #0b5fff; }
th[aria-sort=ascending] button::after { content: " \\25B2"; } th[aria-sort=descending] button::after { content: " \\25BC"; }
.wide { overflow-x: auto; }
@media (prefers-color-scheme: dark) {
 body { background: #16181d; color: #e8e8e8; } th, td { border-color: #444; }
}
"""

SORTING = """
"use strict";
const number = text => Number(text.replace(/,/g, ""));
for (const table of document.querySelectorAll("table.sortable")) {
  table.querySelectorAll("th").forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      table.querySelectorAll("th").forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const body = table.tBodies[0];
      const key = row => row.cells[column].dataset.key || row.cells[column].textContent;
      const rows = Array.from(body.rows).map((row, place) => ({ row, place, key: key(row) }));
      const numbers = rows.every(item => item.key === "" || !Number.isNaN(number(item.key)));
      rows.sort((a, b) => {
        const order = numbers ? number(a.key) - number(b.key) : a.key.localeCompare(b.key, "en-GB");
        return (down ? -order : order) || a.place - b.place;
      });
      body.append(...rows.map(item => item.row));
    });
  });
}
"""
"""Makes tables of the class `sortable` sort by a column when its head is clicked."""


def page(title: str, body: str, style: str = "", script: str = "") -> str:
    """A page with a body in HTML, and additional style and script."""
    run = SORTING + script
    digest = base64.b64encode(hashlib.sha256(run.encode()).digest()).decode()
    return PAGE.format(
        title=escape(title), body=body, style=STYLE + style, script=run, script_hash=digest
    )
