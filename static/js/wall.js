// The wall: what the server pushes, and a few keys. F full screen, B blank, J the code again, ? the
// keys, arrows turn: first the rounds of a map, then another group or another page for everybody.

import { keepAwake } from "./awake.js";
import { startClock } from "./clock.js";
import { showSteps, startSteps, step } from "./steps.js";
import { watch } from "./watching.js";
import { typing } from "./words.js";

const overlays = Array.from(document.querySelectorAll(".overlay"));
const socket = watch(() => showSteps());

function turn(by) {
  const maps = Array.from(document.querySelectorAll("[data-steps]"));
  if (maps.filter((steps) => step(steps, by)).length) return; // the large one and the small one
  if (socket.connected) socket.emit("turn", { by });
  else document.querySelector(`[data-turn="${by}"]`)?.click();
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

/** One of them at a time: what is blank tells nothing, and nothing stands above it. */
function toggle(id) {
  for (const overlay of overlays) overlay.hidden = overlay.id !== id || !overlay.hidden;
}

const KEYS = {
  f: fullScreen,
  b: () => toggle("blank"),
  j: () => toggle("code"),
  "?": () => toggle("keys"),
  arrowright: () => turn(1),
  arrowdown: () => turn(1),
  pagedown: () => turn(1),
  arrowleft: () => turn(-1),
  arrowup: () => turn(-1),
  pageup: () => turn(-1),
  escape: () => toggle(""),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const pressed = KEYS[event.key.toLowerCase()];
  if (!pressed) return;
  if (event.key.startsWith("Arrow") || event.key.startsWith("Page")) event.preventDefault();
  pressed();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-turn]");
  if (!link || !socket.connected || event.detail === 0) return;
  event.preventDefault();
  turn(Number(link.dataset.turn));
});

startSteps();
startClock();
keepAwake();
