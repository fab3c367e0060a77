"""The planner: screen, choose, grow, offer, lay out, tell. Pure functions of their arguments, all of them."""
