"""Checks one file alone, or many files and their relations."""  # Copied from generator/runtime/checking/__init__.py by `make generate`; edit that, not this.
