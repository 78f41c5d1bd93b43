"""Real pages in a real browser, one for the folder (a package, so that it can be shared)."""
