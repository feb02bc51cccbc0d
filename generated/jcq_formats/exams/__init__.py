"""What the records mean. It finds fields by role only, so that a version may rename or move
them."""  # Copied from generator/runtime/exams/__init__.py by `make generate`; edit that, not this.
