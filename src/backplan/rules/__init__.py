"""The rules: one room each. The tuples of the rooms, in reading order, are the whole index."""
