"""Parses YAML text to nodes with positions, and checks their shape."""
