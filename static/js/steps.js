// A map that goes round by round: one round is shown, and the units walk to where the next has them.

import { march } from "./map.js";
import { say } from "./words.js";

function parts(steps) {
  return Array.from(steps.querySelectorAll("[data-step]"));
}

function at(steps) {
  return Number(steps.dataset.at ?? 0);
}

/** Show every map as it stands; after the page or a push came. */
export function showSteps(root = document) {
  for (const steps of root.querySelectorAll("[data-steps]")) show(steps, at(steps));
}

function show(steps, number) {
  steps.dataset.at = number;
  parts(steps).forEach((part, i) => {
    part.hidden = i !== number;
  });
  for (const link of steps.querySelectorAll("[data-to]")) {
    if (Number(link.dataset.to) === number) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/** Go `by` rounds on; false at the end, where there is no such round. */
export function step(steps, by) {
  return go(steps, at(steps) + by);
}

function go(steps, number) {
  const all = parts(steps);
  const [from, to] = [all[at(steps)], all[number]];
  if (!to) return false;
  show(steps, number);
  if (from && from !== to) march(placesFor(from, to), { root: to });
  say(to.getAttribute("aria-label"));
  return true;
}

/** Where each unit of the new map stood in the old one: their ids differ by what stands before. */
function placesFor(from, to) {
  const old = new Map(units(from).map((unit) => [nameOf(unit), unit.getAttribute("transform")]));
  return new Map(units(to).map((unit) => [unit.id, old.get(nameOf(unit))]).filter(([, was]) => was));
}

function units(part) {
  return Array.from(part.querySelectorAll(".unit-g"));
}

function nameOf(unit) {
  return unit.id.split("-").slice(-2).join("-");
}

/** Links to a round show it, with the units walking. */
export function startSteps() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-to]");
    if (!link) return;
    event.preventDefault();
    go(link.closest("[data-steps]"), Number(link.dataset.to));
  });
  showSteps();
}
