"""The rules that need more than one line, a module for each subject."""
