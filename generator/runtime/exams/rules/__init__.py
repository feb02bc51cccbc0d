"""Rules that need to know what records mean: one function each, found by its id."""
