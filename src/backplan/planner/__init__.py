"""The planner: screen, select, programme, menu, lay out, explain. Pure functions of their arguments, all of them."""
