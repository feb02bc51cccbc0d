"""Identifiers in exam files, one module each, with the same functions in all that have them.

`compact` takes out what people put in between, `validate` gives the compact form or raises
IdentifierError, `is_valid` says yes or no, `calc_check_digit` computes the check character,
`format` puts separators in, and `made_up` gives a valid one for test data.
"""  # Copied from generator/runtime/identifiers/__init__.py by `make generate`; edit that, not this.
