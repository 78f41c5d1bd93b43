// The clock: the server's deadline on the server's clock. Silent, but for 60, 30 and 10 seconds.

import { say } from "./words.js";

const MARKS = [60, 30, 10];
const SHORT = 30;
const FAR_OFF = 2000; // ms: then the device's own clock has been moved

let offset; // server minus device; the largest sample had the shortest way
let announced = 0;

/** The server said what time it is. */
export function setNow(now) {
  const sample = now - Date.now();
  if (offset === undefined || Math.abs(sample - offset) > FAR_OFF) offset = sample;
  else offset = Math.max(offset, sample);
  tick();
}

export function startClock() {
  setNow(Number(document.body.dataset.now));
  setInterval(tick, 250);
}

function secondsLeft(clock) {
  const { deadline, left } = clock.dataset;
  if (left !== undefined) return Math.ceil(Number(left) / 1000);
  return Math.max(0, Math.ceil((Number(deadline) - Date.now() - offset) / 1000));
}

function tick() {
  const clock = document.querySelector("[data-clock]");
  if (!clock) return;
  const seconds = secondsLeft(clock);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  if (clock.textContent !== text) clock.textContent = text;
  const running = clock.dataset.left === undefined;
  clock.closest(".clock").classList.toggle("is-short", running && seconds <= SHORT);
  if (running) announce(seconds, Number(clock.dataset.deadline));
}

function announce(seconds, deadline) {
  const mark = MARKS.findLast((at) => seconds <= at);
  const key = mark ? deadline + mark : 0;
  if (!mark || key === announced || seconds < mark - 5) return;
  announced = key;
  say(document.getElementById("say")?.getAttribute(`data-at-${mark}`) ?? "");
}
