# Copied from generator/runtime/report/__init__.py by `make generate`; edit that, not this.
"""Issues for people to read."""
