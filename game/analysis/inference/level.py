"""The level of the tests, without the arithmetic: pages read it and stay quick to start."""

LEVEL = 0.05
PRIMARY = 3  # claims in the primary family, over which Holm shares the level
