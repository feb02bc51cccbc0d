"""What each kind of field may hold: one module per kind, independent of `core.kinds`."""
