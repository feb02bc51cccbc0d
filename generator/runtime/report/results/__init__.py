"""Reports of candidates' results and statistics."""
