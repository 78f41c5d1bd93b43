"""A class session beside its groups: made, joined, dealt, begun, ended, debriefed. Pure."""
