"""Turns the resolved spec into files: one module for each kind of output."""
