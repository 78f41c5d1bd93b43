"""What would have gone the other way, in words."""

BOTH_EXPECT = "both expect"
FINDABLE = (
    "With groups that scatter like these, a difference of about {size} {unit} {side} would have "
    "been found."
)
TOO_FEW = "With groups that scatter like these, no difference {side} would have been found."
NO_END = "These groups are too few to say how large a difference would have been found."
EITHER, OTHER = "to either side", "to the other side"
