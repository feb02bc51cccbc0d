"""What follows from entries and basedata together: fees, and dates by which work is due."""  # Copied from generator/runtime/exams/planning/__init__.py by `make generate`; edit that, not this.
