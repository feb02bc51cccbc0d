"""Reports of differences."""
