"""Lines, fields, records, files, issues, reading and writing. Names no record and no field."""  # Copied from generator/runtime/core/__init__.py by `make generate`; edit that, not this.
