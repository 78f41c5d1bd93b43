"""Every picture of the game, as a pure function from numbers to SVG.

No styles inside, only classes of static/css/charts.css, so that dark mode, print and forced
colours come for free. Whatever a person wrote is escaped. Beside each picture a page puts a
sentence or a table that says the same.
"""
