"""The kinds of field as they are written: a module each, apart from `core.kinds`."""
