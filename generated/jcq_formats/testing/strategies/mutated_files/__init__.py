"""Files with one fault that no single line shows, by subject."""  # Copied from generator/runtime/testing/strategies/mutated_files/__init__.py by `make generate`; edit that, not this.
