"""From a fresh checkout to a running program: environment, browser, hand-over.

Uses the standard library only, since it runs before anything is installed. Knows nothing of the
game beyond the name of the module it hands over to.
"""
