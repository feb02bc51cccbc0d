"""Records as tables: Arrow, polars and pandas, Spark, and files that other programs open."""  # Copied from generator/runtime/tables/__init__.py by `make generate`; edit that, not this.
