// Tabs: the address says which part is shown; each part keeps the place one had read to.

const places = new Map();

function current() {
  const part = location.hash.slice(1);
  return document.querySelector(`.tabs a[href="#${CSS.escape(part)}"]`) ? part : "now";
}

function mark() {
  for (const tab of document.querySelectorAll(".tabs a")) {
    if (tab.hash === `#${current()}`) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
}

let shown = "now";

function leave() {
  places.set(shown, scrollY);
}

function arrive() {
  shown = current();
  mark();
  scrollTo({ top: places.get(shown) ?? 0, behavior: "instant" });
}

export function startTabs() {
  document.addEventListener("click", (event) => {
    if (event.target.closest(".tabs a, main a[href^='#']")) leave();
  });
  addEventListener("hashchange", arrive);
  shown = current();
}

/** What is asked now has changed: one begins at its top. */
export function newScreen() {
  places.delete("now");
  if (shown === "now") scrollTo({ top: 0, behavior: "instant" });
}

/** After the page or a push came. */
export function showTabs() {
  mark();
}
