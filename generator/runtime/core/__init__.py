"""Lines, fields, records, files, issues, reading and writing. Names no record and no field."""
