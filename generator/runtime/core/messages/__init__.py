"""Messages in XML: what one is, reading, changing and writing it."""
