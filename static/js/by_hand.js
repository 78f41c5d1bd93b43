// A seat's screen in the instructor's hands: its controls work, its forms are plain posts.

import { showBeliefs, startBeliefs } from "./belief.js";
import { showDivision, startDividing } from "./divide.js";
import { showWriting, startWriting } from "./writing.js";

startBeliefs();
startDividing();
startWriting();
showBeliefs();
showDivision();
showWriting();
