"""Turns the nodes of a version into typed objects."""
