"""The nodes of a version as typed objects."""
