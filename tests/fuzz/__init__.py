"""Arbitrary bytes: random within the suite, guided by coverage in `make fuzz`."""
