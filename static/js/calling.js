// What student and instructor say to each other beside the game: a nudge, and a raised hand.

import { lookedAt } from "./here.js";
import { said, say } from "./words.js";

const title = document.title;
let nudge = ""; // the one that was said last

/** After the page or a push came: a new nudge is said once, in every way that the phone has. */
export function showNudge() {
  const banner = document.querySelector("[data-nudge]");
  const key = banner?.dataset.nudge ?? "";
  if (key === nudge) return;
  nudge = key;
  document.title = key ? `${said("nudged")} ${title}` : title;
  if (!key) return;
  say(banner.textContent.trim());
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.([200, 100, 200]);
  lookedAt();
}

/** The hand goes up or down without the page being left; a push brings the other button. */
async function onHand(event) {
  const form = event.target.closest("form[data-hand]");
  if (!form) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  const headers = { Accept: "application/json" };
  const answer = await fetch(form.action, { method: "POST", body, headers }).catch(() => null);
  form.querySelector("[data-said]").textContent = answer?.ok ? "" : said("unheard");
}

export function startCalling() {
  document.addEventListener("submit", onHand);
}
