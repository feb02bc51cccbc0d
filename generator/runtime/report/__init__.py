"""Issues for people to read."""
