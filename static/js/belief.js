// A chance from 0 to 100: a word, a scale or a number, all one answer; empty until touched.
// Only the number has a name. Listeners sit on the document: controls come and go with pushes.

const words = () =>
  (document.getElementById("say")?.dataset.words ?? "").split("|").map((pair) => pair.split(":"));

function wordFor(value) {
  return words().find(([limit]) => value < Number(limit))?.[1] ?? "";
}

function parts(box) {
  return {
    number: box.querySelector("input[type=number]"),
    scale: box.querySelector("input[type=range]"),
    output: box.querySelector("output"),
  };
}

function set(box, raw) {
  const value = Math.max(0, Math.min(100, Math.round(raw)));
  const { number, scale, output } = parts(box);
  if (document.activeElement !== number || number.value === "" || Number(number.value) !== raw) {
    number.value = String(value);
  }
  scale.value = String(value);
  scale.setAttribute("aria-valuetext", `${value}, ${wordFor(value)}`);
  box.classList.remove("is-empty");
  const inTwenty = box.dataset.inTwenty.replace("{n}", String(Math.round(value / 5)));
  output.textContent = `${value} in 100: ${wordFor(value)}. ${inTwenty}`;
  for (const button of box.querySelectorAll("[data-set]")) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.set) === value));
  }
}

function nudge(box, by) {
  const { number } = parts(box);
  set(box, (number.value === "" ? 50 : Number(number.value)) + by);
}

function onClick(event) {
  const button = event.target.closest("[data-belief] button");
  if (!button) return;
  const box = button.closest("[data-belief]");
  if (button.dataset.set) set(box, Number(button.dataset.set));
  else nudge(box, Number(button.dataset.step));
}

function onInput(event) {
  const box = event.target.closest?.("[data-belief]");
  if (box && event.target.value !== "") set(box, Number(event.target.value));
}

function onRelease(event) {
  // a tap in the middle of an empty scale is an answer too
  if (event.target.matches?.("[data-belief] input[type=range]")) onInput(event);
}

function onKey(event) {
  const by = { PageUp: 10, PageDown: -10 }[event.key];
  if (!by || !event.target.matches?.("[data-belief] input[type=number]")) return;
  event.preventDefault();
  nudge(event.target.closest("[data-belief]"), by);
}

export function startBeliefs() {
  document.addEventListener("click", onClick);
  document.addEventListener("input", onInput);
  document.addEventListener("pointerup", onRelease);
  document.addEventListener("keydown", onKey);
}

/** After the page or a push came: controls that hold a number say it back. */
export function showBeliefs() {
  for (const box of document.querySelectorAll("[data-belief]")) {
    const { number } = parts(box);
    if (number.value === "") continue;
    if (number.validity.valid) set(box, Number(number.value));
    else box.classList.add("is-empty"); // refused: it stands as it was typed
  }
}

/** After a form was emptied. */
export function clearBeliefs(form) {
  for (const box of form.querySelectorAll("[data-belief]")) {
    box.classList.add("is-empty");
    box.querySelector("output").textContent = "";
  }
}
