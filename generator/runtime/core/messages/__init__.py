"""XML messages: their formats, reading, changing and writing."""
