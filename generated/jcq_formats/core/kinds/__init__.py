"""The kinds of field: one module for each, named as in the spec, with one class of that name."""  # Copied from generator/runtime/core/kinds/__init__.py by `make generate`; edit that, not this.
