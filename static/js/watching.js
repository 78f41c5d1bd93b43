// A page that only looks: the server pushes what changed, and it is morphed in. Without scripts the
// page renews itself.
/* global io, Idiomorph */

import { setNow } from "./clock.js";
import { march, remember } from "./map.js";
import { said, say } from "./words.js";

const GRACE = 1500; // ms without a line before anything is said

const morphing = {
  morphStyle: "innerHTML",
  callbacks: {
    // what the reader opened stays open
    beforeAttributeUpdated: (name, node) =>
      !(name === "open" && node.matches("details, dialog")),
  },
};

/**
 * Put the regions that came in their places; units walk from where they were. Who had the focus on
 * what is gone now has it on what it stood in.
 */
export function show(regions) {
  const places = remember();
  const at = document.activeElement?.closest('[id][tabindex="-1"]');
  for (const [region, html] of Object.entries(regions)) {
    const element = document.getElementById(region);
    if (element) Idiomorph.morph(element, html, morphing);
  }
  if (at?.isConnected && document.activeElement === document.body) at.focus({ preventScroll: true });
  march(places);
}

/**
 * Connect and keep looking; the page says at what. `after` is called when something was shown.
 * A `quiet` page holds all there is to read, and needs no word of a lost line.
 */
export function watch(after = () => {}, { quiet = false } = {}) {
  const socket = io({
    auth: JSON.parse(document.body.dataset.watch),
    transports: ["websocket", "polling"],
    tryAllTransports: true, // where a filter blocks WebSockets
    reconnectionDelay: 500,
    reconnectionDelayMax: 8000,
    randomizationFactor: 0.8,
  });
  let lost = 0;

  function onView(message) {
    const ours = !message.page || message.page === document.body.dataset.page;
    if (!ours) return quiet ? undefined : location.reload();
    show(message.regions);
    setNow(message.now);
    after(message);
  }

  function onLost() {
    lost = lost || Date.now();
    setTimeout(() => {
      if (!socket.connected && !quiet) tell(`${said("off")} ${said("quiet")}`);
    }, GRACE);
  }

  function onConnect() {
    tell("");
    if (lost && Date.now() - lost > GRACE) say(said("back"));
    lost = 0;
  }

  socket.on("view", onView);
  socket.on("connect", onConnect);
  socket.on("disconnect", onLost);
  socket.on("connect_error", onLost);
  return socket;
}

/** A sentence in the line above everything; none hides it. */
export function tell(sentence) {
  const line = document.getElementById("line");
  if (!line) return;
  line.textContent = sentence;
  line.hidden = !sentence;
}
