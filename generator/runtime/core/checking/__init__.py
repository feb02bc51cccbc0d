"""Checking: what is wrong with a file, as issues; one pass, in constant memory."""

from .checker import RULES_OF_FILES, check, iter_issues, known_rules

__all__ = ["RULES_OF_FILES", "check", "iter_issues", "known_rules"]
