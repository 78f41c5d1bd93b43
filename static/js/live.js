// Keeps the page as the server last said it is. Everything works without it, one page at a time.
/* global io, Idiomorph */

import { awakeStill, keepAwake } from "./awake.js";
import { showBeliefs, startBeliefs } from "./belief.js";
import { showNudge, startCalling } from "./calling.js";
import { setNow, startClock } from "./clock.js";
import { showDivision, startDividing } from "./divide.js";
import { showDrafts, startDrafts } from "./drafts.js";
import { letGo, safety, sendAgain, showForms, startForms } from "./forms.js";
import { startHere } from "./here.js";
import { march, remember } from "./map.js";
import { newScreen, showTabs, startTabs } from "./tabs.js";
import { said, say } from "./words.js";
import { showWriting, startWriting } from "./writing.js";

const GRACE = 1500; // ms without a line before anything is said
const body = document.body;
const line = document.getElementById("line");
let version = Number(body.dataset.version ?? 0);
let lost = 0;
let replaced = false;

const socket = io({
  transports: ["websocket", "polling"],
  tryAllTransports: true, // where a filter blocks WebSockets
  reconnectionDelay: 500,
  reconnectionDelayMax: 8000,
  randomizationFactor: 0.8,
  // somebody else may join in this browser; who has no seat looks at a group
  auth: { who: body.dataset.who, group: body.dataset.group },
});

// ---------------------------------------------------------------- what the server shows

const morphing = {
  morphStyle: "innerHTML",
  callbacks: {
    // the form in use is an island: untouched while its id stands
    beforeNodeMorphed: (from, to) => !(from.dataset?.own !== undefined && from.id === to.id),
    beforeNodeRemoved: (node) => {
      if (node.matches?.("form[data-command]")) letGo(node);
      for (const form of node.querySelectorAll?.("form[data-command]") ?? []) letGo(form);
    },
    // what the reader opened stays open, the tab shown stays marked
    beforeAttributeUpdated: (name, node) =>
      !(name === "open" && node.matches("details, dialog")) && name !== "aria-current",
  },
};

function onView(message) {
  if (message.page && message.page !== body.dataset.page) return location.reload();
  if (message.version < version) return;
  version = message.version;
  const places = remember();
  const screen = screenNow();
  for (const [region, html] of Object.entries(message.regions)) {
    const element = document.getElementById(region);
    if (element) Idiomorph.morph(element, html, morphing);
  }
  refresh();
  setNow(message.now);
  march(places);
  if (screenNow() !== screen) arrive();
}

function screenNow() {
  return document.querySelector("#now [data-screen]")?.dataset.screen;
}

/** Another question is asked: it is read aloud, and stands at the top. */
function arrive() {
  say(document.querySelector("#now .title")?.textContent.trim() ?? "");
  newScreen();
  const now = document.getElementById("now");
  if (document.activeElement === body) now?.focus({ preventScroll: true });
}

function refresh() {
  showDrafts();
  showForms();
  showBeliefs();
  showDivision();
  showWriting();
  showTabs();
  awakeStill();
  showNudge();
}

// ---------------------------------------------------------------- the line

function banner(lead, rest, button = null) {
  if (!line) return;
  const bold = document.createElement("b");
  bold.textContent = `${lead} `;
  const words = document.createElement("div");
  words.append(bold, rest);
  if (button) words.append(" ", button);
  line.replaceChildren(words);
  line.hidden = false;
}

function offline() {
  if (!socket.connected && !replaced) banner(said("off"), safety());
}

function onLost() {
  lost = lost || Date.now();
  setTimeout(offline, GRACE);
}

function onConnect() {
  if (lost && !replaced) {
    if (line) line.hidden = true;
    if (Date.now() - lost > GRACE) say(said("back"));
  }
  lost = 0;
  sendAgain();
}

function onElsewhere(message) {
  replaced = true;
  socket.disconnect();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn--quiet";
  button.textContent = said("here");
  button.addEventListener("click", () => location.reload());
  banner(message?.sentence ?? said("elsewhere"), "", button);
}

socket.on("view", onView);
socket.on("connect", onConnect);
socket.on("disconnect", onLost);
socket.on("connect_error", (error) => (error.message === "elsewhere" ? onElsewhere() : onLost()));
socket.on("elsewhere", onElsewhere);
socket.on("gone", () => location.reload());
document.addEventListener("settled", () => {
  if (line && !line.hidden) offline();
});
addEventListener("pageshow", (event) => {
  if (!event.persisted) return; // taken from the browser's memory: its line and its view are old
  if (replaced) location.reload();
  else socket.disconnect().connect();
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && !socket.connected && !replaced) socket.connect();
});

startDrafts();
showDrafts();
startForms(socket);
startHere(socket);
startCalling();
startBeliefs();
startDividing();
startWriting();
startTabs();
startClock();
keepAwake(() => Boolean(document.querySelector("#mast [data-open]")));
refresh();
