"""Checksums of records: one module each, with the same names in all: `WIDTH`, `begin`, `add` and
`text`. No field of a known version has a checksum."""
