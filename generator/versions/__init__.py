"""Extends versions from one another, and makes the skeleton of a new one."""
