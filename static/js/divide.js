// Steppers, and the division of the patron's pool: what is left, the posture that the units say,
// and the map as all will see it.

import { march, remember } from "./map.js";

const wide = matchMedia("(min-width: 60rem)");
const PAUSE = 200; // ms without a change before the map is asked for

function clamp(input, value) {
  const least = Number(input.min);
  const most = Number(input.max);
  return Math.max(least, Math.min(most, value));
}

function onClick(event) {
  const button = event.target.closest("[data-stepper] button");
  if (!button) return;
  const input = button.closest("[data-stepper]").querySelector("input");
  const value = clamp(input, (Number(input.value) || 0) + Number(button.dataset.by));
  if (String(value) === input.value) return;
  input.value = String(value);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

function onInput(event) {
  const form = event.target.closest?.("form");
  if (!form?.querySelector("[data-divide]")) return;
  if (event.target.name === "posture") toBand(form, event.target);
  if (event.target.name === "theatre") toPosture(form, Number(event.target.value));
  recount(form);
  preview(form);
}

/** A posture is chosen: the units at the war follow into its band. */
function toBand(form, radio) {
  const theatre = form.elements.theatre;
  const value = Number(theatre.value) || 0;
  theatre.value = String(
    Math.max(Number(radio.dataset.least), Math.min(Number(radio.dataset.most), value)),
  );
}

/** The units at the war are changed: the posture is what they say. */
function toPosture(form, value) {
  for (const radio of form.querySelectorAll("input[name=posture]")) {
    if (value >= Number(radio.dataset.least) && value <= Number(radio.dataset.most)) {
      radio.checked = true;
    }
  }
}

function recount(form) {
  const box = form.querySelector("[data-divide]");
  const pool = Number(box.dataset.pool);
  let placed = 0;
  for (const row of box.querySelectorAll("[data-row]")) {
    const units = Number(row.querySelector("input").value) || 0;
    placed += units;
    row.querySelectorAll(".tally rect").forEach((bar, i) => {
      bar.setAttribute("class", i < units ? "unit" : "gone");
    });
  }
  box.querySelector("[data-reserve]").textContent = String(Math.max(0, pool - placed));
  const over = box.querySelector("[data-over]");
  over.textContent = placed > pool ? fill(over.dataset.over, placed, placed - pool) : "";
  for (const line of box.querySelectorAll("[data-promised]")) {
    const left = Number(form.elements[line.dataset.of].value) || 0;
    line.textContent = left < Number(line.dataset.promised) ? fill(line.dataset.short, left) : "";
  }
}

function fill(sentence, n, back = 0) {
  return sentence.replace("{n}", String(n)).replace("{back}", String(back));
}

let waiting;

function preview(form) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    for (const figure of document.querySelectorAll("[data-preview]")) {
      if (figure.offsetParent) draw(figure, form);
    }
  }, PAUSE);
}

async function draw(figure, form) {
  const wish = new URLSearchParams({ size: figure.dataset.size });
  for (const input of form.querySelectorAll("[data-row] input")) wish.set(input.name, input.value);
  const answer = await fetch(`${figure.dataset.preview}?${wish}`).catch(() => null);
  if (!answer?.ok) return;
  const drawn = new DOMParser().parseFromString(await answer.text(), "text/html");
  const map = drawn.querySelector("svg.forces");
  if (!map) return;
  const before = remember(figure);
  figure.querySelector("svg").replaceWith(map);
  figure.querySelector("[data-told]").textContent = map.querySelector("desc").textContent;
  march(before, { root: figure, duration: 300 });
}

export function startDividing() {
  document.addEventListener("click", onClick);
  document.addEventListener("input", onInput);
  wide.addEventListener("change", showDivision); // turned round, another map is in sight
}

/** After the page or a push came: the map beside a half-made division is its preview again. */
export function showDivision() {
  const form = document.querySelector("[data-divide]")?.closest("form");
  if (!form) return;
  recount(form);
  if (form.querySelector("input[name=posture]:checked")) preview(form);
}
