"""What the records mean: it speaks of roles alone, so that a version may rename or move fields."""
