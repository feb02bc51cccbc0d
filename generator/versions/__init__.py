"""A version with all that it takes from the one it extends, and the skeleton of a next one."""
