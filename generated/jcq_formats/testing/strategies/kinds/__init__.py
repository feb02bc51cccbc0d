"""Valid and invalid values of each kind of field: one module for each, independent of
`core.kinds`."""  # Copied from generator/runtime/testing/strategies/kinds/__init__.py by `make generate`; edit that, not this.
