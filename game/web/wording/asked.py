"""What students are asked beside the game, in words: the same for both readings, and no theory."""

from collections.abc import Mapping

from game.core.vocabulary import Expectation, Recognised

PREDICTION = "When a great power fights harder, far away, its allies at home will mostly …"
EXPECTATIONS: Mapping[Expectation, str] = {
    Expectation.MORE: "trust it more",
    Expectation.SAME: "trust it about the same",
    Expectation.LESS: "trust it less",
}
EXPECTED: Mapping[Expectation, str] = {  # said back to who gave the answer
    Expectation.MORE: "You expected that they would trust it more.",
    Expectation.SAME: "You expected that they would trust it about the same.",
    Expectation.LESS: "You expected that they would trust it less.",
}
PREDICTED = "Kept. You can change it until round 1 begins."
RECOGNITION = "Did you recognise the case behind the game?"
RECOGNISED: Mapping[Recognised, str] = {
    Recognised.NO: "No",
    Recognised.GUESS: "I had a guess",
    Recognised.YES: "Yes",
}
SAID: Mapping[Recognised, str] = {
    Recognised.NO: "You said that you did not recognise it",
    Recognised.GUESS: "You said that you had a guess",
    Recognised.YES: "You said that you recognised it",
}
KEPT = "Kept. You can change it until the case is told."
CLOSED = "The case has been told: answers are closed."
ASK_PHONES = "Say it on your phone, in the debrief. The class sees counts alone."
NOT_TAKEN: Mapping[str, str] = {
    "over": "Round 1 has begun: what you expected stands as you last said it.",
    "unasked": "In this class nobody is asked what to expect.",
    "early": "This is asked after the game, and of a case with other names than its own.",
    "told": "The case has been told: what you said before stands.",
    "long": "That is more than 280 letters. Nothing is lost: make it shorter.",
    "round": "There was no such round.",
    "nobody": "You are not on the list of this class.",
    "choose": "Choose one of the three first.",
    "not_yours": "Somebody else has joined in this browser since. Nothing was changed.",
}
