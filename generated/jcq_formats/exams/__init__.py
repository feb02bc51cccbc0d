"""What the records mean: it speaks of roles alone, so that a version may rename or move fields."""  # Copied from generator/runtime/exams/__init__.py by `make generate`; edit that, not this.
