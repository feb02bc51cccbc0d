"""What is different between two versions."""
