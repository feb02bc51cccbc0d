"""Reports of issues."""  # Copied from generator/runtime/report/__init__.py by `make generate`; edit that, not this.
