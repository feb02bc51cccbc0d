"""Checksums of records: one module each, with the same names in all: `WIDTH`, `begin`, `add` and
`text`. No field of a known version has a checksum."""  # Copied from generator/runtime/checksums/__init__.py by `make generate`; edit that, not this.
