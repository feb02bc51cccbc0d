"""Identifiers in exam files: one module each, with the same functions if they apply.

`compact` removes separators, `validate` returns the compact form or raises IdentifierError,
`is_valid` returns whether it is valid, `calc_check_digit` computes the check character, `format`
adds separators, and `made_up` returns a valid one for test data.
"""  # Copied from generator/runtime/identifiers/__init__.py by `make generate`; edit that, not this.
