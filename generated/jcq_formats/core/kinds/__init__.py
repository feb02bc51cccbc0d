"""The kinds of field: a module each, named as in the spec, holding one class of that name."""  # Copied from generator/runtime/core/kinds/__init__.py by `make generate`; edit that, not this.
