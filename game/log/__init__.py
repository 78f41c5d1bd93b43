"""The truth: append-only streams of events, and how an event is written down."""
