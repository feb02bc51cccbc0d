"""The support library: hand-written here, copied into the generated package by every build."""
