"""Records as tables: Arrow, polars and pandas, Spark, and files that other programs open."""
