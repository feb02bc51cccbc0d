"""XML messages: their formats, reading, changing and writing."""  # Copied from generator/runtime/core/messages/__init__.py by `make generate`; edit that, not this.
