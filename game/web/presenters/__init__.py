"""From a view to what a template prints: sentences, rows and forms, and no HTML.

Each screen has a presenter. They see a `SeatView` and what the page adds to its forms, nothing
else: no clock, no dice, no database, so a screen shown again is the same screen.
"""
