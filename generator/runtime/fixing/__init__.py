"""Fixes of files: what can be set right without a guess, each only if it is asked for."""
