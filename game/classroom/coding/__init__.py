"""Coding what was written: the codebook, who codes which text, the codes as given, and what was
settled afterwards. Texts come from outside, as ids and words."""
