"""Lines, fields, records, files, issues, reading and writing: knows no record or field by name."""
