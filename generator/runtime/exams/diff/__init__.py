"""Compares two files, folders or zips of one kind, by key and not by line."""
