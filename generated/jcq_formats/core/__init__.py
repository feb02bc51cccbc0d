"""Lines, fields, records, files, issues, reading and writing: knows no record or field by name."""  # Copied from generator/runtime/core/__init__.py by `make generate`; edit that, not this.
