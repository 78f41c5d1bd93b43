// The debrief on a phone: everything stands there to be read; the server says which page is on the
// wall, and the list marks it. Maps go round by round.

import { startSteps } from "./steps.js";
import { watch } from "./watching.js";

function mark() {
  const current = document.querySelector("[data-current]")?.dataset.current;
  if (current && "pending" in document.body.dataset) return location.reload(); // there is more now
  for (const link of document.querySelectorAll("[data-part]")) {
    if (link.dataset.part === current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

// where the part is here already, there is no need to ask the server again
document.addEventListener("click", (event) => {
  const link = event.target.closest("#onscreen a");
  const part = link && document.getElementById(link.hash.slice(1));
  if (!part) return;
  event.preventDefault();
  location.hash = link.hash;
  part.focus({ preventScroll: true });
});

startSteps();
mark();
watch(mark, { quiet: true });
