"""Files with invented people in place of real ones: to hand on a file without personal data."""
