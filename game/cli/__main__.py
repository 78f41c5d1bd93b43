"""`python -m game.cli`, which is what run.py hands over to."""

from game.cli import main

main()
