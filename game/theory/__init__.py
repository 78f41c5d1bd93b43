"""The one-slide model: what payoff-maximising, Bayesian players would do. Knows core's numbers."""
