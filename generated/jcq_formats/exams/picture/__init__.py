"""Results of all files together: a picture of each candidate, and statistics."""  # Copied from generator/runtime/exams/picture/__init__.py by `make generate`; edit that, not this.
