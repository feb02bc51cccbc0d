"""The resolved spec as files: a module for each thing emitted."""
