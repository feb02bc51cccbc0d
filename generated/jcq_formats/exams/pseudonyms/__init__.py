"""Files with invented people in place of real ones: to hand on a file without personal data."""  # Copied from generator/runtime/exams/pseudonyms/__init__.py by `make generate`; edit that, not this.
