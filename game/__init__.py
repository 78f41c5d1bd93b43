"""Distant War: a classroom game of crisis bargaining."""

__version__ = "0.1.0"
