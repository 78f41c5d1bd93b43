"""Chores of the workshop: locks, vendored files, the JavaScript linter. Never needed to play."""
