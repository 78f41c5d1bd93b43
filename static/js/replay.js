// The replay: the page of a moment goes on to another without being loaded anew. Every moment is an
// address; without this script each step is a page.
/* global Idiomorph */

import { march, remember } from "./map.js";
import { said, say, typing } from "./words.js";

const MARCH = 900; // ms for a unit to walk; less where the next step comes sooner
const place = (id) => document.getElementById(id);
const main = place("main");
const scrub = place("scrub");
const number = place("at");
const play = place("play");
const eyes = place("eyes");
const line = place("line");
const last = Number(main.dataset.last);
let at = Number(main.dataset.at);
let through = eyes.value;
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
  while (wanted !== at || eyes.value !== through) {
    const there = wanted;
    try {
      await (eyes.value === through ? arrive(there) : turn(there));
      line.hidden = true;
    } catch (fault) {
      if (fault instanceof Lost) stay();
      else location.assign(address(there)); // the plain way says what is the matter
      break;
    }
  }
  going = false;
}

/** Without a network the page stays what it is, and says so. */
function stay() {
  stop();
  wanted = at;
  scrub.value = number.value = at;
  eyes.value = through;
  tell(said("lost", { at }));
}

/** Shown, and read aloud. */
function tell(sentence) {
  line.textContent = sentence;
  line.hidden = false;
  say(sentence);
}

class Lost extends Error {}

/** An answer and its text; Lost where there is no network. */
async function ask(path, headers = {}) {
  try {
    const answer = await fetch(path, { headers });
    return { ok: answer.ok, status: answer.status, url: answer.url, text: await answer.text() };
  } catch {
    throw new Lost();
  }
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
  const answer = await ask(address(position), { Accept: "application/json" });
  if (!answer.ok) throw new Error(String(answer.status));
  return JSON.parse(answer.text);
}

/** The moment through other eyes: what was seen is another; the desk stays, and the focus on it. */
async function turn(position) {
  const chosen = eyes.value;
  const asked = new FormData(place("go"));
  asked.set("at", position);
  const answer = await ask(`${place("go").action}?${new URLSearchParams(asked)}`);
  if (!answer.ok) throw new Error(String(answer.status));
  const page = new DOMParser().parseFromString(answer.text, "text/html");
  if (writing(place("noted"))) page.getElementById("noted").replaceWith(place("noted"));
  for (const part of ["review", "where", ...ways()]) {
    place(part).replaceWith(page.getElementById(part));
  }
  [main.dataset.after, at, through] = [page.getElementById("main").dataset.after, position, chosen];
  number.value = at;
  document.title = page.title;
  history.replaceState(null, "", answer.url);
  say(place("seen-h")?.textContent ?? "");
}

function ways() {
  return Array.from(document.querySelectorAll(".lane__ways"), (one) => one.id);
}

/** The page that the seat had; nothing where it had no seat yet. */
async function seenAt(position) {
  if (!place("screen")) return null;
  const [path] = address(position).split("?");
  const answer = await ask(`${path}/screen`);
  return answer.ok ? answer.text : null;
}

/** In its frame, without a flash: the frame runs nothing itself. */
function showSeat(step, html, duration) {
  const screen = place("screen");
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
  const lane = document.querySelector(`[data-kind="${kind}"]`);
  const all = lane.dataset.all.split(" ").filter(Boolean).map(Number);
  const to = back ? all.findLast((one) => one < wanted) : all.find((one) => one > wanted);
  if (to) go(to);
  else tell(all.length ? said(back ? "before" : "after", { kind: lane.dataset.one }) : lane.dataset.none);
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
  line.hidden = true;
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
eyes.addEventListener("change", () => {
  stop();
  if (!going) follow();
});
place("go").addEventListener("submit", (event) => {
  if (document.activeElement !== number) return;
  event.preventDefault();
  stop();
  go(Number(number.value));
});
