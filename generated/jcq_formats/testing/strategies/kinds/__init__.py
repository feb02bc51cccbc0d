"""The kinds of field as they are written: a module each, apart from `core.kinds`."""  # Copied from generator/runtime/testing/strategies/kinds/__init__.py by `make generate`; edit that, not this.
