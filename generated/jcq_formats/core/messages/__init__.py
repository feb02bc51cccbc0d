"""Messages in XML: what one is, reading, changing and writing it."""  # Copied from generator/runtime/core/messages/__init__.py by `make generate`; edit that, not this.
