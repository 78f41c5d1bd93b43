"""What a class could find, before it plays: a simulator, and the table that it made.

The table is read without numpy (table.py); everything else here is for making it again. The
assumptions and the results are explained in docs/explain/power.md.
"""
