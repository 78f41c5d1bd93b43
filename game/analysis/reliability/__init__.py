"""How far coders agree on texts (claims.md 7): percent agreement, Krippendorff's alpha, kappa."""
