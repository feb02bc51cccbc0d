"""The rules that need more than one line: one module for each subject."""
