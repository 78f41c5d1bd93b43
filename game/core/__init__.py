"""The rules, pure: no input or output, no clock, no dice, no Flask, no YAML, no JSON."""
