"""A database of a season's files: every issue, what stands now, and what each issue changed."""
