// The console: pushes keep it current, buttons work without leaving the page, and what hits people
// is asked first. Without scripts every button is a plain form, and the question a page.

import { startClock } from "./clock.js";
import { show, tell, watch } from "./watching.js";
import { said, typing } from "./words.js";

const REGIONS = ["mast", "banner", "controls", "status", "list"];

// ---------------------------------------------------------------- buttons

let pressed = ""; // the button that the first tap of two met

/** The second tap of a double one may meet the button that took the place of the first. */
function onceOnly(event) {
  const id = event.target.closest("#controls .btn")?.id ?? "";
  if (event.detail < 2) pressed = id;
  else if (id !== pressed) event.preventDefault();
}

function ask(event) {
  const button = event.target.closest("[data-ask]");
  const dialog = button && document.getElementById(button.dataset.ask);
  if (!dialog || event.defaultPrevented) return;
  event.preventDefault();
  dialog.showModal();
}

function close(event) {
  if (event.target.closest("[data-close]")) event.target.closest("dialog").close();
}

async function send(event) {
  const form = event.target.closest("form[method=post]");
  if (!form) return;
  event.preventDefault();
  form.closest("dialog")?.close();
  for (const button of form.querySelectorAll("button")) button.setAttribute("aria-busy", "true");
  try {
    const body = new URLSearchParams(new FormData(form));
    arrived(await fetch(form.action, { method: "POST", body }));
  } catch {
    tell(`${said("off")} ${said("quiet")}`);
  }
}

/** The answer is a page, ours or another: ours is taken over region by region. */
async function arrived(response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (page.body.dataset.page !== document.body.dataset.page) return location.assign(response.url);
  const html = (region) => page.getElementById(region)?.innerHTML ?? "";
  show(Object.fromEntries(REGIONS.map((region) => [region, html(region)])));
}

// ---------------------------------------------------------------- keys

function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  if (/^[1-9]$/.test(event.key)) focusOn(`#group-${event.key}`);
  if (event.key.toLowerCase() === "n") focusOn(nextAwaited());
}

function nextAwaited() {
  const waiting = Array.from(document.querySelectorAll(".group.is-awaited"));
  const at = waiting.indexOf(document.activeElement.closest(".group"));
  return waiting[(at + 1) % waiting.length];
}

function focusOn(group) {
  const card = typeof group === "string" ? document.querySelector(group) : group;
  card?.focus();
  card?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("click", onceOnly);
document.addEventListener("click", ask);
document.addEventListener("click", close);
document.addEventListener("submit", send);
document.addEventListener("keydown", key);
startClock();
watch();
