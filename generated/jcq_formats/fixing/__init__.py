"""Fixes of files: what can be set right without a guess, each only if it is asked for."""  # Copied from generator/runtime/fixing/__init__.py by `make generate`; edit that, not this.
