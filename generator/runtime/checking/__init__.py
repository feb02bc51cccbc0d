"""Checks one file alone, or many files and their relations."""
