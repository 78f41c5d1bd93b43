"""The edges: pages, sockets and the words on them. No rule of the game stands here."""
