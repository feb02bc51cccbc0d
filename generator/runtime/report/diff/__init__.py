"""Differences for people and programs to read."""
