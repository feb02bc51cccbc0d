"""The kinds of field: one module for each, named as in the spec, with one class of that name."""
