// The replay: the page of a moment goes on to another without being loaded anew. Every moment is an
// address; without this script each step is a page.
/* global Idiomorph */

import { march, remember } from "./map.js";
import { say, typing } from "./words.js";

const MARCH = 900; // ms for a unit to walk; less where the next step comes sooner
const place = (id) => document.getElementById(id);
const main = place("main");
const scrub = place("scrub");
const number = place("at");
const play = place("play");
const screen = place("screen");
const last = Number(main.dataset.last);
let at = Number(main.dataset.at);
let wanted = at;
let going = false;
let timer = 0;

const kept = { beforeAttributeUpdated: (name, node) => !(name === "open" && node.matches("details")) };
const morphing = { morphStyle: "innerHTML", callbacks: kept };

const address = (position) => `${main.dataset.before}${position}${main.dataset.after}`;
const within = (position) => Math.min(Math.max(position, 1), last);

/** Go to a position; while one is on its way only the newest wish counts. */
function go(position) {
  wanted = within(position);
  scrub.value = wanted;
  if (!going) follow();
}

async function follow() {
  going = true;
  while (wanted !== at) {
    const position = wanted;
    try {
      await arrive(position);
    } catch {
      location.assign(address(position)); // the plain way says what is the matter
      return;
    }
  }
  going = false;
}

async function arrive(position) {
  const [step, seen] = await Promise.all([stepTo(position), seenAt(position)]);
  at = step.position;
  const places = remember();
  for (const [region, html] of Object.entries(step.regions)) {
    const element = place(region);
    if (element && !writing(element)) Idiomorph.morph(element, html, morphing);
  }
  const duration = timer ? Math.min(MARCH, pace() * 0.7) : MARCH;
  march(places, { duration });
  showSeat(step, seen, duration);
  document.title = `${step.title} · Distant War`;
  number.value = at;
  history.replaceState(null, "", address(at));
  if (!timer) say(document.querySelector("#happened .is-here div")?.textContent ?? "");
}

/** Words that are not kept yet stay where they are, with the event that they are about. */
function writing(region) {
  const fields = Array.from(region.querySelectorAll("textarea, input:not([type=hidden])"));
  return fields.some((field) => field.value !== field.defaultValue);
}

async function stepTo(position) {
  const answer = await fetch(address(position), { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** The page that the seat had; nothing where it had no seat yet. */
async function seenAt(position) {
  if (!screen) return null;
  const [path] = address(position).split("?");
  const answer = await fetch(`${path}/screen`);
  return answer.ok ? answer.text() : null;
}

/** In its frame, without a flash: the frame runs nothing itself. */
function showSeat(step, html, duration) {
  if (!screen) return;
  screen.hidden = !html;
  if (!html) return;
  screen.title = screen.title.replace(/\d+$/, step.position);
  const inside = screen.contentDocument;
  if (!inside?.querySelector(".still__all")) {
    screen.src = step.screen;
    return;
  }
  const places = remember(inside);
  const asked = screenIn(inside);
  const next = new DOMParser().parseFromString(html, "text/html");
  Idiomorph.morph(inside.body, next.body.innerHTML, morphing);
  march(places, { root: inside, duration });
  if (screenIn(inside) !== asked) screen.contentWindow.scrollTo(0, 0); // as it begins on a phone
}

function screenIn(page) {
  return page.querySelector("#now [data-screen]")?.dataset.screen;
}

// ---------------------------------------------------------------- playing

function pace() {
  return Number(place("speed").value);
}

function stop() {
  clearInterval(timer);
  timer = 0;
  play.textContent = "Play";
  play.setAttribute("aria-pressed", "false");
}

function start() {
  if (wanted >= last) go(1);
  timer = setInterval(() => {
    if (going) return; // what is slow is waited for
    if (at >= last) stop();
    else go(at + 1);
  }, pace());
  play.textContent = "Stop";
  play.setAttribute("aria-pressed", "true");
}

function toggle() {
  if (timer) stop();
  else start();
}

// ---------------------------------------------------------------- keys, buttons, slider

/** From where one is going: two presses in a breath are two jumps. */
function jump(kind, back) {
  const all = document.querySelector(`[data-kind="${kind}"]`).dataset.all.split(" ").map(Number);
  const to = back ? all.findLast((one) => one < wanted) : all.find((one) => one > wanted);
  if (to) go(to);
}

const LETTERS = { h: "hedge", p: "broken", c: "crisis", o: "posture" };

const KEYS = {
  arrowleft: (event) => (event.shiftKey ? jump("opened", true) : go(wanted - 1)),
  arrowright: (event) => (event.shiftKey ? jump("opened", false) : go(wanted + 1)),
  home: () => go(1),
  end: () => go(last),
  " ": toggle,
};

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const key = event.key.toLowerCase();
  if (key === " " && event.target.closest("a, button, summary")) return; // it presses that
  const does = KEYS[key] ?? (LETTERS[key] && (() => jump(LETTERS[key], event.shiftKey)));
  if (!does) return;
  event.preventDefault();
  if (key !== " ") stop();
  does(event);
}

document.addEventListener("keydown", pressed);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-at]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  stop();
  go(Number(link.dataset.at));
});
scrub.addEventListener("input", () => {
  stop();
  go(Number(scrub.value));
});
play.addEventListener("click", toggle);
place("speed").addEventListener("change", () => {
  if (!timer) return;
  stop();
  start();
});
place("eyes").addEventListener("change", () => place("go").submit()); // another page
place("go").addEventListener("submit", (event) => {
  if (document.activeElement !== number) return;
  event.preventDefault();
  stop();
  go(Number(number.value));
});
