"""Words that screens and what is told of a game afterwards share."""
