"""A database of a season's files: every issue, what stands now, and what each issue changed."""  # Copied from generator/runtime/store/__init__.py by `make generate`; edit that, not this.
