"""Reports of issues."""
