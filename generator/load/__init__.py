"""YAML text to nodes that know where they stand, and what is wrong with their shape."""
