"""Checking: a file by itself, and many files with all that belongs to them."""  # Copied from generator/runtime/checking/__init__.py by `make generate`; edit that, not this.
