// The room check on the console: what phones report comes in by itself.

import { watch } from "./watching.js";

watch();
