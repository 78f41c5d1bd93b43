// Forms: sent over the socket, or posted when it is down; one in flight each, and never lost.
// The server knows a command by its id, so that sending twice does no harm.

import { clearBeliefs } from "./belief.js";
import { isRefused, isSent, isTaken, keyOf, rescue, tellLost, typed, unanswered } from "./drafts.js";
import { said, timeOfDay } from "./words.js";
import { showWriting } from "./writing.js";

const PATIENCE = 6000; // ms
const EMPTIED = new Set(["send_cable", "publish_communique", "put_in_writing"]);

const flying = new Map(); // key -> { key, form, message, action, removed, failed, tried }
const PAUSE = 1500; // ms in typing: then what is typed is kept
const turns = new WeakMap(); // form that sends itself -> its last sending
const pauses = new WeakMap(); // form that is being typed in -> its timer
const unkept = new Set(); // of these, those that no answer has come to
let socket;
let lastSafe = "";

/** What the connection banner says of the last move. */
export function safety() {
  const flights = Array.from(flying.values());
  if (flights.length) return said(flights.some((flight) => flight.tried) ? "doubt" : "kept");
  const last = lastSafe ? said("safe", { time: lastSafe }) : said("quiet");
  return typed() ? `${last} ${said("typed")}` : last;
}

export function startForms(connected) {
  socket = connected;
  document.addEventListener("submit", onSubmit);
  document.addEventListener("change", onQuietChange);
  document.addEventListener("input", onQuietTyping);
  document.addEventListener("input", (event) => delete event.target.form?.dataset.sent);
  for (const { key, message, action } of unanswered()) {
    const form = Array.from(document.querySelectorAll("form[data-command]")).find(
      (one) => keyOf(one) === key,
    );
    flying.set(key, { key, form, message, action, failed: true, tried: true });
    tell(form, said("unsure"));
  }
}

/** After the page or a push came: the server's sentences are better than the browser's. */
export function showForms() {
  for (const form of document.querySelectorAll("form[data-command]")) form.noValidate = true;
}

/** The line is up again: what was not confirmed goes once more, under the same id. */
export function sendAgain() {
  for (const flight of flying.values()) send(flight);
  for (const form of unkept) keepQuietly(form);
}

/** A push removes a form: what is on its way is answered yet, what was not sent is offered. */
export function letGo(form) {
  const flight = flying.get(keyOf(form));
  if (flight) flight.removed = true;
  else rescue(form);
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function argsOf(form) {
  const args = {};
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith("_")) continue;
    const [outer, inner] = name.split(".");
    if (inner === undefined) args[outer] = value;
    else args[outer] = { ...args[outer], [inner]: value };
  }
  return args;
}

function onSubmit(event) {
  const form = event.target.closest("form[data-command]");
  if (!form) return;
  event.preventDefault();
  if (inFlight(form)) return tell(form, said("twice"));
  const message = {
    who: document.body.dataset.who,
    id: newId(),
    name: form.dataset.command,
    round: Number(form.elements._round.value),
    stage: form.elements._stage.value,
    args: argsOf(form),
  };
  const key = keyOf(form);
  const flight = { key, form, message, action: form.action, failed: false, tried: false };
  flying.set(key, flight);
  isSent(form, message);
  tell(form, "");
  busy(form, true);
  send(flight);
}

/** Still on its way; one that failed goes at once, unless something else stands in the form now. */
function inFlight(form) {
  const flight = flying.get(keyOf(form));
  if (!flight) return false;
  if (!flight.failed) return true;
  if (!same(argsOf(form), flight.message.args)) return false;
  send(flight);
  return true;
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function send(flight) {
  flight.failed = false;
  if (!socket?.connected) return post(flight);
  flight.tried = true;
  socket.timeout(PATIENCE).emit("command", flight.message, (late, answer) => {
    if (late) post(flight);
    else settle(flight, answer);
  });
}

async function post(flight) {
  const body = fieldsOf(flight.message);
  const headers = { Accept: "application/json" };
  const given = new AbortController();
  flight.tried = flight.tried || navigator.onLine;
  const timer = setTimeout(() => given.abort(), PATIENCE);
  try {
    const asked = { method: "POST", body, headers, signal: given.signal };
    const response = await fetch(flight.action, asked);
    if (response.status < 500 && !isJson(response)) return location.reload(); // no seat any more
    settle(flight, await response.json());
  } catch {
    flight.failed = true;
    tell(flight.form, said("unsure")); // kept: it goes again when the line is up
  } finally {
    clearTimeout(timer);
  }
}

const isJson = (response) => response.headers.get("Content-Type")?.includes("json");

/** The message as a plain form would post it. */
function fieldsOf({ who, id, round, stage, args }) {
  const body = new URLSearchParams({ _who: who, _id: id, _round: round, _stage: stage });
  for (const [name, value] of Object.entries(args)) {
    if (typeof value !== "object") body.set(name, value);
    else for (const [inner, one] of Object.entries(value)) body.set(`${name}.${inner}`, one);
  }
  return body;
}

function settle(flight, answer) {
  const { form, key } = flight;
  if (flying.get(key) !== flight) return;
  flying.delete(key);
  busy(form, false);
  if (answer?.ok) accepted(flight);
  else refused(flight, answer);
  document.dispatchEvent(new CustomEvent("settled"));
}

function accepted({ key, form, message }) {
  lastSafe = timeOfDay();
  tell(form, "");
  if (form && !same(argsOf(form), message.args)) return isRefused(key); // it was typed on since
  isTaken(key);
  if (!form) return;
  form.dataset.sent = "1";
  const again = form.closest("details[data-again]");
  if (EMPTIED.has(message.name) || (again && message.name === "state_belief")) empty(form);
  again?.removeAttribute("open");
}

function empty(form) {
  form.reset();
  clearBeliefs(form);
  showWriting(form);
  delete form.dataset.sent;
}

function refused({ key, form, removed }, answer) {
  if (removed) rescue(form);
  isRefused(key);
  if (removed || !form) return tellLost(answer?.sentence ?? said("unsure"));
  tell(form, answer?.sentence ?? said("unsure"));
  const named = answer?.field && form.elements[answer.field];
  const at = named instanceof Element ? named : form;
  at.scrollIntoView({ block: "center", behavior: "instant" });
}

function tell(form, sentence) {
  const told = form?.querySelector("[data-said]");
  if (told) told.textContent = sentence;
}

function busy(form, is) {
  for (const button of form?.querySelectorAll("button[type=submit]") ?? []) {
    button.setAttribute("aria-busy", String(is));
  }
}

function onQuietChange(event) {
  const form = event.target.closest("form[data-quiet]");
  if (form) keepQuietly(form);
}

function onQuietTyping(event) {
  const form = event.target.closest?.("form[data-quiet]");
  if (!form || !event.target.matches("textarea")) return;
  clearTimeout(pauses.get(form));
  pauses.set(form, setTimeout(keepQuietly, PAUSE, form));
}

/** One after the other, so that the last answer is the one that stays. */
function keepQuietly(form) {
  clearTimeout(pauses.get(form));
  turns.set(form, (turns.get(form) ?? Promise.resolve()).then(() => postQuietly(form)));
}

async function postQuietly(form) {
  const note = form.querySelector("[data-noted]");
  const body = new URLSearchParams(new FormData(form));
  const headers = { Accept: "application/json" };
  const answer = await fetch(form.action, { method: "POST", body, headers }).catch(() => null);
  const told = answer && isJson(answer) ? await answer.json().catch(() => null) : null;
  if (answer && answer.status < 500) unkept.delete(form);
  else unkept.add(form);
  note.textContent = told?.sentence ?? (answer?.ok ? note.dataset.noted : said("unsure"));
}
