"""Reports of candidates' results and statistics."""  # Copied from generator/runtime/report/results/__init__.py by `make generate`; edit that, not this.
