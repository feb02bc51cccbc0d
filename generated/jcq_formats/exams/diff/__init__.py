"""Compares two files, folders or zips of one kind, by key and not by line."""  # Copied from generator/runtime/exams/diff/__init__.py by `make generate`; edit that, not this.
