"""What the records mean. It finds fields by role only, so that a version may rename or move
them."""
