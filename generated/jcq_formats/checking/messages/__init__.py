"""Checks of XML messages: one module for each subject, and the check that runs them."""  # Copied from generator/runtime/checking/messages/__init__.py by `make generate`; edit that, not this.
