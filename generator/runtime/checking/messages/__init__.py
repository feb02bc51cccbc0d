"""Checks of messages in XML: one module for each subject, and the check that runs them."""
