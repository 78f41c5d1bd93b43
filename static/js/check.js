// The room check on a phone: tries what a class needs, says so line by line, and reports figures.
/* global io */

const SAMPLES = 5;
const HOLD = 10_000; // ms
const PATIENCE = 4000; // ms for one answer
const CONNECT = 12_000; // ms until there is some connection
const SLOW = 1000; // ms
const OFF = 60_000; // ms

const verdict = document.getElementById("verdict");
const marks = document.getElementById("marks").dataset;

/** One line: its mark, and its sentence with {names} filled. */
function set(name, state, filled = {}) {
  const line = document.getElementById(`check-${name}`);
  const [sign, ...word] = marks[state].split(" ");
  const shown = document.createElement("span");
  shown.setAttribute("aria-hidden", "true");
  shown.textContent = sign;
  line.querySelector("[data-mark]").replaceChildren(shown, ` ${word.join(" ")}`);
  const text = line.dataset[state].replace(/\{(\w+)\}/g, (_, key) => filled[key]);
  line.querySelector("[data-text]").textContent = text;
  return state;
}

const after = (ms) => new Promise((done) => setTimeout(done, ms));

const socket = io({
  auth: { watch: "check" },
  transports: ["websocket", "polling"],
  tryAllTransports: true,
  timeout: PATIENCE * 2,
});
let dropped = false;
socket.on("disconnect", () => {
  dropped = true;
});

/** By WebSocket, by polling, or not at all. */
async function connected() {
  await Promise.race([new Promise((done) => socket.on("connect", done)), after(CONNECT)]);
  if (!socket.connected) return "none";
  return socket.io?.engine?.transport.name === "websocket" ? "websocket" : "polling";
}

async function askedByPage() {
  const signal = AbortSignal.timeout?.(PATIENCE);
  return (await fetch("/check/ask", { signal })).json();
}

/** What time it is on the server, asked as the game asks. */
function asked() {
  if (!socket.connected) return askedByPage();
  return socket.timeout(PATIENCE).emitWithAck("time");
}

/** One round trip: how long, and how far the clocks are apart; null when nothing came. */
async function sample() {
  const began = Date.now();
  const clock = performance.now();
  try {
    const { now } = await asked();
    const trip = performance.now() - clock;
    return { trip, offset: began + trip / 2 - now };
  } catch {
    return null;
  }
}

async function sampled() {
  const found = [];
  for (let i = 0; i < SAMPLES; i += 1) found.push(await sample());
  return found.filter(Boolean).sort((one, other) => one.trip - other.trip);
}

function told(samples) {
  if (!samples.length) {
    set("trip", "mend");
    set("clock", "mend");
    return {};
  }
  const trip = Math.round(samples[Math.floor(samples.length / 2)].trip);
  const offset = Math.round(samples[0].offset); // the shortest way is the surest
  set("trip", trip < SLOW ? "fine" : "note", { ms: Math.max(1, trip) });
  const seconds = Math.round(Math.abs(offset) / 1000);
  const way = verdict.dataset[offset > 0 ? "ahead" : "behind"];
  set("clock", Math.abs(offset) < OFF ? "fine" : "note", { seconds, way });
  return { trip, offset };
}

async function held(way, since) {
  if (way === "none") return set("steady", "mend") === "fine";
  await after(Math.max(0, HOLD - (performance.now() - since)));
  const last = socket.connected ? await sample() : null;
  return set("steady", !dropped && last ? "fine" : "mend") === "fine";
}

function decided({ cookies, way, steady }) {
  if (!cookies) return "cookies";
  if (way === "none") return "none";
  return steady ? "ready" : "steady";
}

async function report(found) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(found)) body.set(name, value);
  await fetch("/check/report", { method: "POST", body }).catch(() => {});
}

async function check() {
  verdict.textContent = verdict.dataset.wait;
  set("scripts", "fine");
  for (const name of ["cookies", "socket", "trip", "clock", "steady"]) set(name, "wait");
  const { cookies } = await askedByPage().catch(() => ({ cookies: false }));
  set("cookies", cookies ? "fine" : "mend");
  const way = await connected();
  const since = performance.now();
  set("socket", { websocket: "fine", polling: "note", none: "mend" }[way]);
  const measured = told(await sampled());
  const steady = await held(way, since);
  verdict.textContent = verdict.dataset[decided({ cookies, way, steady })];
  await report({ way, steady: steady ? 1 : 0, ...measured });
  document.body.dataset.done = "1";
}

check();
