"""Files that other programs open: one module for each format, imported on use.

Each has ``SUFFIX``, ``ONE_FILE`` (whether a file holds all tables), ``TAKES`` (rows, or batches of
Arrow), ``FAILURES`` and a ``Writer``. One that takes rows has ``prepared``, which makes rows ready
for the writer, in whichever process.
"""  # Copied from generator/runtime/tables/exports/__init__.py by `make generate`; edit that, not this.
