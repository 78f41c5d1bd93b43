// That somebody looks at this page: told now and then while it is in sight, and at once when one
// comes back to it. A page that is hidden, or sleeps, says nothing.

const EVERY = 20_000; // ms
const SELDOM = 5000; // ms between two words when the page is touched again and again

let socket;
let told = 0;
let touched = false; // since the last word

/** Say so now, if somebody looks. */
export function lookedAt() {
  if (document.hidden || !socket.connected) return;
  socket.emit("here", { touched });
  told = Date.now();
  touched = false;
}

/** Somebody is back: a bot that holds the seat is told at once. */
function onTouch() {
  touched = true;
  const covered = document.querySelector("[data-covered]");
  if (Date.now() - told > (covered ? 500 : SELDOM)) lookedAt();
}

function onSight() {
  touched = touched || !document.hidden;
  lookedAt();
}

export function startHere(connected) {
  socket = connected;
  touched = !document.hidden; // it has just been opened
  socket.on("connect", lookedAt);
  setInterval(lookedAt, EVERY);
  document.addEventListener("visibilitychange", onSight);
  addEventListener("pageshow", onSight);
  addEventListener("pointerdown", onTouch);
  addEventListener("keydown", onTouch);
}
