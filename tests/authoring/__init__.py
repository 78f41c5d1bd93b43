"""Tests of the gatekeeper."""
