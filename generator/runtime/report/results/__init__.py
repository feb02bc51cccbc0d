"""Results of candidates, and statistics, for people and programs to read."""
