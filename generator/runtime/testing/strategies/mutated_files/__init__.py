"""Files with one thing wrong, by what is wrong with them: what no single line shows."""
