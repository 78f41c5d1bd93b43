"""Coding what was written: the blind queue, the codebook, agreement, and what was settled."""
