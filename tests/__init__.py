"""The tests of Distant War."""
