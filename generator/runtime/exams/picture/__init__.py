"""Results of all files together: a picture of each candidate, and statistics."""
