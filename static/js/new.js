// A new session: only what belongs to the scenario chosen is shown, and the server says at once how
// the class would sit and what it could find. Without scripts all of it stands there, and a button asks.
/* global Idiomorph */

const PAUSE = 250; // ms after the last key
const form = document.querySelector("form[data-live]");
const answers = form.querySelectorAll("[data-answer]"); // what the server says of the choices
let waiting = 0;
let asked = 0;

function chosen(name) {
  return form.elements[name]?.value ?? "";
}

function showOwn() {
  for (const part of form.querySelectorAll("[data-of]")) {
    part.hidden = part.dataset.of !== chosen("scenario");
  }
  for (const part of form.querySelectorAll("[data-of-design]")) {
    part.hidden = part.dataset.ofDesign !== chosen("design");
  }
}

async function seat() {
  asked += 1;
  const mine = asked;
  const body = new URLSearchParams(new FormData(form));
  body.set("do", "check");
  const response = await fetch(form.action, { method: "POST", body }).catch(() => null);
  if (!response?.ok || mine !== asked) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const place of answers) {
    const found = page.getElementById(place.id);
    if (found) Idiomorph.morph(place, found.innerHTML, { morphStyle: "innerHTML" });
  }
}

function changed() {
  showOwn();
  clearTimeout(waiting);
  waiting = setTimeout(seat, PAUSE);
}

form.addEventListener("input", changed);
showOwn();
