"""The rules that need more than one line: one module for each subject."""  # Copied from generator/runtime/checking/rules/__init__.py by `make generate`; edit that, not this.
