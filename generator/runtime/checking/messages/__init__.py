"""Checks of XML messages: one module for each subject, and the check that runs them."""
