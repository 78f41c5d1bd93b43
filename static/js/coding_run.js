// How far the coders are, brought up to date while somebody looks and does nothing else.

const EVERY = 20_000; // ms

setInterval(async () => {
  const main = document.getElementById("main");
  if (document.visibilityState !== "visible" || main.contains(document.activeElement)) return;
  try {
    const response = await fetch(main.dataset.at);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("main");
    if (response.ok && fresh?.dataset.at) main.replaceChildren(...fresh.childNodes);
  } catch {
    // the line is down: what stands there stays
  }
}, EVERY);
