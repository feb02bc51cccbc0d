"""Files with one fault that no single line shows, by subject."""
