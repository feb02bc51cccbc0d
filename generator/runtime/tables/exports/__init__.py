"""Files that other programs open: a module for each format, imported when it is asked for.

Each has ``SUFFIX``, ``ONE_FILE`` (whether a file holds all tables), ``TAKES`` (rows, or batches of
Arrow), ``FAILURES`` and a ``Writer``.
"""
