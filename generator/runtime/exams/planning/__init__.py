"""What follows from entries and basedata together: fees, and dates by which work is due."""
