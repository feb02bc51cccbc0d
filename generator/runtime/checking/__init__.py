"""Checking: a file by itself, and many files with all that belongs to them."""
