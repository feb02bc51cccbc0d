"""Turns the spec under `spec/` into the package, tests and docs under `generated/`."""
