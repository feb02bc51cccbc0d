"""Emitted modules import what they use: templates import all that they might, the rest goes."""

from __future__ import annotations

import ast


def without_unused_imports(code: str) -> str:
    """The code without top-level imports of names that are neither used nor in `__all__`."""
    tree = ast.parse(code)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    used |= {name for node in tree.body for name in _exported(node)}
    lines = code.split("\n")
    for node in reversed(tree.body):
        if isinstance(node, (ast.Import, ast.ImportFrom)) and not _is_future(node):
            node.names = [a for a in node.names if (a.asname or a.name).split(".")[0] in used]
            kept = [ast.unparse(node)] if node.names else []
            lines[node.lineno - 1 : node.end_lineno] = kept
    return "\n".join(lines)


def _exported(node: ast.stmt) -> list[str]:
    """The names that an assignment to `__all__` lists."""
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
        return [str(name) for name in ast.literal_eval(node.value)]
    return []


def _is_future(node: ast.Import | ast.ImportFrom) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"
