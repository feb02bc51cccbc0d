"""The differences between two versions."""
