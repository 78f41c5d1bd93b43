"""Running a class: who sits where, when stages open and close, and the bots that fill in."""
