"""Valid and invalid values of each kind of field: one module for each, independent of
`core.kinds`."""
