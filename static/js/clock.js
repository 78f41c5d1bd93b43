// The clock: the server's deadline on the server's clock. Silent, but for 60, 30 and 10 seconds, and
// when it is asked.

import { say } from "./words.js";

const MARKS = [60, 30, 10];
const SHORT = 30;
const OVERDUE = 2000; // ms after its end: somebody has extra time, and the others wait
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
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-ask-time]")) tell();
  });
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
  const over = running && Date.now() + offset - Number(clock.dataset.deadline) > OVERDUE;
  const { classList } = clock.closest(".clock");
  classList.toggle("is-short", running && !over && seconds <= SHORT);
  classList.toggle("is-over", over);
  if (running) announce(seconds, Number(clock.dataset.deadline));
}

const unit = (count, name) =>
  new Intl.NumberFormat("en", { style: "unit", unit: name, unitDisplay: "long" }).format(count);

/** How much time is left, read aloud because somebody asked. */
function tell() {
  const clock = document.querySelector("[data-clock]");
  if (!clock) return;
  const seconds = secondsLeft(clock);
  const parts = [unit(Math.floor(seconds / 60), "minute"), unit(seconds % 60, "second")];
  const time = parts.slice(seconds < 60 ? 1 : 0).join(" ");
  const stands = clock.dataset.left === undefined ? "left" : "paused";
  const sentence = document.getElementById("say")?.getAttribute(`data-at-${stands}`) ?? "";
  say(sentence.replace("{time}", time));
}

function announce(seconds, deadline) {
  const mark = MARKS.findLast((at) => seconds <= at);
  const key = mark ? deadline + mark : 0;
  if (!mark || key === announced || seconds < mark - 5) return;
  announced = key;
  say(document.getElementById("say")?.getAttribute(`data-at-${mark}`) ?? "");
}
