"""A game told as plain text: its chronicle, a moment of it, and what one seat knew then."""
