"""Reports of differences."""  # Copied from generator/runtime/report/diff/__init__.py by `make generate`; edit that, not this.
