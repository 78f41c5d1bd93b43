"""What the class says of the claims: exact tests of the drawn designs, and verdicts with limits.

The method is explained in docs/explain/statistics.md.
"""
