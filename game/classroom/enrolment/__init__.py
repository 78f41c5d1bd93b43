"""The class list: read from a file, kept beside the roster, met at the door. Names: erasable."""
