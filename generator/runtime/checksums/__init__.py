"""Checksums of records, one module each, with the same names in all: `WIDTH`, `begin`, `add` and
`text`. They are algorithms: no field of a known version has one.
"""
