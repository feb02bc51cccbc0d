"""Results of candidates, and statistics, for people and programs to read."""  # Copied from generator/runtime/report/results/__init__.py by `make generate`; edit that, not this.
