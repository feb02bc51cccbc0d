"""Combines the results in several files: an overview of each candidate, and statistics."""
