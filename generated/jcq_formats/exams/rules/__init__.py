# Copied from generator/runtime/exams/rules/__init__.py by `make generate`; edit that, not this.
"""Rules that need to know what records mean: one function each, found by its id."""
