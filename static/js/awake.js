// Keeps the screen awake, where the browser can: only on https or on this computer itself. Elsewhere
// it stays silent, and the device sleeps as it is set to.

let lock = null; // the browser lets go of it when the page is hidden
let asking = false;
let wanted = () => true;

async function hold() {
  if (lock || asking || document.hidden || !wanted()) return;
  asking = true;
  try {
    lock = await navigator.wakeLock.request("screen");
    lock.addEventListener("release", () => {
      lock = null;
    });
  } catch {} // the battery is low, say
  asking = false;
  if (!wanted()) lock?.release(); // the stage may have closed meanwhile
}

/** Stay awake as long as `while_` says so; to be asked again after a push. */
export function keepAwake(while_ = () => true) {
  wanted = while_;
  if (!("wakeLock" in navigator)) return;
  document.addEventListener("visibilitychange", hold);
  hold();
}

/** After a push: hold on, or let go. */
export function awakeStill() {
  if (!("wakeLock" in navigator)) return;
  if (!wanted()) lock?.release();
  else if (!lock) hold();
}
