"""Combines the results in several files: an overview of each candidate, and statistics."""  # Copied from generator/runtime/exams/picture/__init__.py by `make generate`; edit that, not this.
