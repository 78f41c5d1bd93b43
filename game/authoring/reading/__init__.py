"""From bytes to a tree of nodes with their places, with every fault of writing on the way."""
