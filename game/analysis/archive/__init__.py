"""The archive: one line a class, its estimates worked out once, and the tables they came from.

Classes of this server enter when they have ended, others by the zip of their export. What is
pooled, and what never is, is explained in docs/explain/pooling.md.
"""
