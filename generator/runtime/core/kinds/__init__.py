"""The kinds of field: a module each, named as in the spec, holding one class of that name."""
